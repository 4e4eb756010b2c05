import { h, fillWith, busy } from "./dom.js";
import { post } from "./api.js";

import { plural, sentence } from "./words.js";
import { added, identity, refusal, roleChoice, text } from "./fields.js";

/** An integration out of an OpenAPI document: first what would come of it, then the integration. */
export function documentForm() {
    const about = identity();
    const source = h("div", { class: "segments", role: "group", "aria-label": "Where the document is" },
        [["url", "By its address"], ["document", "Paste it"]].map(([key, title]) => h("button", { type: "button", "aria-pressed": String(key === "url"), data: { source: key }, on: { click: () => choose(key) } }, title)));
    const url = text("add-document-url", "Address of the document", "The daemon fetches it once; JSON or YAML, OpenAPI 3.0 or 3.1.", { placeholder: "https://api.example.com/openapi.json", inputmode: "url" });
    const paste = h("textarea", { id: "add-document", rows: "9", spellcheck: "false", "aria-describedby": "add-document-help", placeholder: "openapi: 3.1.0" });
    const pasted = h("div", { class: "field", hidden: true }, h("div", { class: "label" }, h("label", { for: "add-document" }, "The document")), paste, h("p", { class: "quiet", id: "add-document-help" }, "JSON or YAML, OpenAPI 3.0 or 3.1."));
    const base = text("add-base", "Where calls go", "Only where it is not the first server of the document.", { placeholder: "as the document says", required: false, inputmode: "url" });
    const reading = h("input", { type: "checkbox", id: "add-reading" });
    const role = roleChoice();
    const outcome = h("div", { class: "outcome", role: "status" });
    let kind = "url";
    const choose = (key) => {
        kind = key;
        for (const one of source.children) one.setAttribute("aria-pressed", String(one.dataset.source === key));
        url.element.hidden = key !== "url";
        url.input.required = key === "url";
        pasted.hidden = key === "url";
        paste.required = key !== "url";
    };
    const request = (more) => ({
        id: about.id.input.value.trim(), ...(about.name.input.value.trim() ? { name: about.name.input.value.trim() } : {}),
        ...(kind === "url" ? { url: url.input.value.trim() } : { document: paste.value }),
        ...(base.input.value.trim() ? { baseUrl: base.input.value.trim() } : {}), readOnly: reading.checked, ...more,
    });
    const element = h("form", { on: { submit: (event) => { event.preventDefault(); read(event.submitter); }, input: () => fillWith(outcome) } },
        about.name.element, about.id.element, source, url.element, pasted, base.element,
        h("p", { class: "away" }, reading, h("label", { for: reading.id }, "Only what changes nothing")),
        role.element, h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, h("span", {}, "See what it makes"))));
    async function read(submit) {
        await busy(submit, async () => {
            try { fillWith(outcome, preview(await post("/api/documents", request({ trial: true })))); outcome.querySelector("h2")?.focus(); } catch (error) { fillWith(outcome, refusal(error)); }
        });
    }
    function preview(report) {
        const proofs = report.operations.filter((one) => one.proof);
        const probe = h("select", { id: "add-probe" }, proofs.map((one) => h("option", { value: one.tool, selected: one.tool === report.probe }, one.tool)), h("option", { value: "" }, "none: then nobody knows whether the credential is good"));
        const failed = h("div", {});
        const reading = report.operations.filter((one) => one.readOnly).length;
        const send = async (event) => busy(event.currentTarget, async () => {
            try {
                const made = await post("/api/documents", request(probe.value ? { probe: probe.value } : {}));
                await added(made.integration, role.input.value);
            } catch (error) { fillWith(failed, refusal(error)); }
        });
        return h("section", { class: "made" }, h("h2", { tabindex: "-1" }, `${report.name}: ${plural(report.operations.length, "tool")}`),
            report.description && h("p", { class: "about" }, report.description),
            h("p", { class: "quiet" }, "Calls go to ", h("code", {}, report.base), `. ${reading} of them only read. `, report.wanted.length ? ["It needs ", report.wanted.map((name, index) => [index ? ", " : "", h("code", {}, name)]), "."] : "It needs no credential."),
            h("details", { class: "more", open: report.operations.length < 9 }, h("summary", {}, "The tools"), h("ul", { class: "made-list" }, report.operations.map((one) => h("li", {}, h("code", {}, one.tool), " ", h("span", { class: `flag ${one.readOnly ? "read" : "write"}` }, one.readOnly ? "reads only" : "may change things"), one.description && h("p", { class: "quiet" }, one.description))))),
            list("Left out", report.skipped), list("Not quite as in the document", report.notes),
            report.wanted.length ? h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "add-probe" }, "Which call proves the credential")), h("div", { class: "input" }, probe), h("p", { class: "quiet" }, "It reads, needs no arguments, and fails when the credential is refused.")) : null,
            h("div", { class: "row" }, h("button", { type: "button", class: "primary", on: { click: send } }, h("span", {}, "Add it"))), failed);
    }
    return h("div", {}, element, outcome);
}

const list = (title, lines) => (lines.length ? h("details", { class: "more" }, h("summary", {}, `${title}: ${lines.length}`), h("ul", {}, lines.map((line) => h("li", {}, sentence(line))))) : null);

