// What the forms have in common by which somebody adds an integration.
import { h } from "./dom.js";
import { stateIcon } from "./icons.js";
import { put } from "./api.js";
import { known, load } from "./store.js";
import { say } from "./toast.js";
import { go } from "./route.js";
import { sentence } from "./words.js";

const slug = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);

/** A field of a form with its label and a line that explains it. */
export function text(id, label, help, props = {}) {
    const input = h("input", { id, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-help`, required: true, ...props });
    return { input, element: h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: id }, label)), h("div", { class: "input" }, input), h("p", { class: "quiet", id: `${id}-help` }, help)) };
}

/** Name and id; the id follows the name until somebody writes one. */
export function identity() {
    const name = text("add-name", "Name", "What people call it.", { placeholder: "My Tool" });
    const id = text("add-id", "Id", "Small letters, digits and hyphens; it names it in addresses and in the file.", { placeholder: "my-tool", pattern: "[a-z0-9][a-z0-9\\-]{0,63}" });
    name.input.addEventListener("input", () => { if (!id.input.dataset.own) id.input.value = slug(name.input.value); });
    id.input.addEventListener("input", () => { id.input.dataset.own = "yes"; });
    return { name, id };
}

export function roleChoice() {
    const input = h("select", { id: "add-role" }, h("option", { value: "" }, "no role yet"), known.roles.map((one) => h("option", { value: one.id }, one.name)));
    return { input, element: h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "add-role" }, "For the role")), h("div", { class: "input" }, input)) };
}

/** Assigns what was added, and leads to its form. */
export async function added(entry, role) {
    const chosen = known.roles.find((one) => one.id === role);
    if (chosen) await put(`/api/roles/${chosen.id}`, { integrations: [...chosen.integrations.filter((one) => one.id !== entry.id).map((one) => ({ id: one.id, required: one.required })), { id: entry.id, required: false }] });
    say(`${entry.name} was added to your registry file`);
    await load();
    go({ view: "integrations", id: entry.id, pane: "configure", filters: null });
}

/** What was refused, with everything that is wrong and what to do about it. */
export const refusal = (error) => h("div", { class: "told disconnected" }, stateIcon("disconnected"), h("div", {}, h("b", {}, sentence(error.message)), h("p", {}, sentence(error.fix)),
    error.faults?.length > 1 ? h("ul", {}, error.faults.map((fault) => h("li", {}, h("code", {}, fault.field), ` ${fault.message}: ${fault.fix}`))) : null));
