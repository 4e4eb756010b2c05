import { h, fillWith, button, busy, outside } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { post, at } from "./api.js";
import { integration, refresh } from "./store.js";
import { complain } from "./toast.js";
import { dotenv } from "./dotenv.js";
import { plural, sentence, face } from "./words.js";
import { logIn } from "./login.js";

/** The form that configures an integration, built from what its entry asks for. */
export function configure(body, { id }) {
    const row = integration(id);
    fillWith(body, configureForm(row));
}

export function configureForm(row, { done = () => {}, submit = "Keep and prove it" } = {}) {
    const verdict = h("div", { class: "outcome", role: "status" });
    const controls = new Map(row.configuration.map((field) => [field.name, control(field)]));
    const needed = row.configuration.filter((field) => field.required || field.set);
    const shown = needed.length ? needed : row.configuration.filter((field) => field.secret);
    const rest = row.configuration.filter((field) => !shown.includes(field));
    const server = row.servers.length > 1 ? servers(row) : null;
    const form = h("form", { class: "configure", novalidate: true, autocomplete: "off", on: { submit: (event) => { event.preventDefault(); send(); } } },
        logIn(row, done),
        row.configuration.length ? h("p", { class: "quiet hint" }, icon("shield"), "Secrets are sealed at once and never shown again, here or anywhere.") : h("p", { class: "quiet" }, "There is nothing to set."),
        shown.map((field) => controls.get(field.name).element),
        rest.length ? h("details", { class: "more" }, h("summary", {}, plural(rest.length, "further setting")), rest.map((field) => controls.get(field.name).element)) : null,
        server?.element,
        row.configuration.length ? paste(controls) : null,
        h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, h("span", {}, row.enabled || row.configuration.length ? submit : "Switch on and prove it"))),
        verdict);

    async function send() {
        const env = {};
        let wrong = null;
        for (const [name, one] of controls) {
            const fault = one.check();
            if (fault) wrong ??= one;
            const value = one.value();
            if (value !== undefined) env[name] = value;
        }
        if (wrong) { wrong.reveal(); wrong.input.focus(); return; }
        const request = { env };
        if (server?.changed()) request.server = server.value();
        fillWith(verdict, h("div", { class: "working" }, h("span", { class: "spinner", "aria-hidden": "true" }), h("p", {}, "Sealing, starting, and asking the vendor…")));
        await busy(form.querySelector("[type=submit]"), async () => {
            try {
                const result = await post(at(row.id, "configure"), request);
                for (const one of controls.values()) one.kept();
                fillWith(verdict, told(result));
                await refresh(row.id, result);
                done(result);
            } catch (error) {
                fillWith(verdict);
                let first = null;
                for (const fault of error.faults ?? []) {
                    const one = controls.get((fault.field ?? "").replace(/^\/env\//, ""));
                    if (one) { one.complain(`${fault.message}: ${fault.fix}`); first ??= one; }
                }
                if (first) { first.reveal(); first.input.focus(); } else fillWith(verdict, h("div", { class: "told disconnected" }, stateIcon("disconnected"), h("div", {}, h("b", {}, sentence(error.message)), h("p", {}, error.fix))));
                if (!error.faults) complain(error);
            }
        });
    }
    return form;
}

const told = (result) => h("div", { class: `told ${face(result)}` }, stateIcon(face(result)),
    h("div", {}, h("b", {}, face(result) === "connected" ? "Proven: it works" : sentence(result.reason.message)),
        h("p", {}, face(result) === "connected" ? `The vendor answered as it should, in ${result.durationMs} ms.` : sentence(result.reason.action.split(": openwork")[0])),
        result.steps?.length ? h("p", { class: "quiet" }, result.steps.join(" · ")) : null));

function control(field) {
    const key = `field-${field.name}`;
    const problem = h("p", { class: "problem", id: `${key}-problem`, hidden: true });
    const described = [field.description && `${key}-help`, `${key}-problem`].filter(Boolean).join(" ");
    const shared = { id: key, name: field.name, "aria-describedby": described, required: field.required && !field.set };
    const keep = field.set ? "set; leave empty to keep it" : field.usual != null ? `usually ${typeof field.usual === "string" ? field.usual : JSON.stringify(field.usual)}` : "";
    const choices = field.choices ?? (field.type === "boolean" ? ["true", "false"] : null);
    const input = choices
        ? h("select", shared, h("option", { value: "" }, keep || "not set"), choices.map((choice) => h("option", { value: choice }, choice)))
        : field.type === "json" ? h("textarea", { ...shared, rows: "4", placeholder: keep, spellcheck: "false" })
        : h("input", { ...shared, type: field.secret ? "password" : { integer: "text", url: "url" }[field.type] ?? "text", inputmode: field.type === "integer" ? "numeric" : null, placeholder: keep, autocomplete: field.secret ? "new-password" : "off", spellcheck: "false" });
    const show = field.secret ? button("Show", () => {
        const hidden = input.type === "password";
        input.type = hidden ? "text" : "password";
        show.lastChild.textContent = hidden ? "Hide" : "Show";
    }, { class: "small bare", "aria-label": `Show what is typed for ${field.name}` }) : null;
    const away = field.set ? h("input", { type: "checkbox", id: `${key}-away` }) : null;
    const element = h("div", { class: "field" },
        h("div", { class: "label" }, h("label", { for: key }, field.name), field.required && h("span", { class: "flag" }, "required"), field.secret && h("span", { class: "flag" }, "secret"), field.set && h("span", { class: "flag set" }, "set")),
        h("div", { class: "input" }, input, show),
        field.description && h("p", { class: "quiet", id: `${key}-help` }, field.description, " ", field.docs && outside(field.docs, "Where to find it")),
        away && h("p", { class: "away" }, away, h("label", { for: `${key}-away` }, "Take this value away")),
        problem);
    const tell = (text) => { problem.textContent = text ?? ""; problem.hidden = !text; if (text) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid"); };
    const check = () => {
        const text = input.value.trim();
        const fault = !text ? (field.required && !field.set && field.usual == null ? "A value is needed." : null) : misfit(field, text);
        tell(fault);
        return fault;
    };
    input.addEventListener("change", check);
    return {
        element, input, check, complain: tell,
        value: () => (away?.checked ? null : input.value.trim() ? input.value.trim() : undefined),
        fill: (text) => { input.value = text; check(); },
        kept: () => { if (input.value && field.secret) { input.value = ""; input.placeholder = "set; leave empty to keep it"; } if (away) away.checked = false; field.set ||= false; },
        reveal: () => { const folded = element.closest("details"); if (folded) folded.open = true; },
    };
}

function misfit(field, text) {
    if (field.type === "integer" && !/^-?\d+$/.test(text)) return "A whole number is needed.";
    if (field.type === "url") { try { new URL(text); } catch { return "A whole address is needed, such as https://example.com."; } }
    if (field.type === "json") { try { JSON.parse(text); } catch { return "This is no JSON."; } }
    if (!field.pattern) return null;
    // A pattern that this browser cannot read is left to the daemon, which checks all of it anyway.
    try { return new RegExp(field.pattern, "u").test(text) ? null : `It does not look like one: ${field.pattern} is expected.`; } catch { return null; }
}

function paste(controls) {
    const report = h("p", { class: "quiet", role: "status" });
    const area = h("textarea", { rows: "5", "aria-label": "Text of a .env file", placeholder: "NAME=value", spellcheck: "false", on: { input: () => {
        const values = dotenv(area.value);
        const unknown = [];
        let filled = 0;
        for (const [name, value] of values) if (controls.has(name)) { controls.get(name).fill(value); filled += 1; } else unknown.push(name);
        report.textContent = values.size ? `${plural(filled, "value")} filled in.${unknown.length ? ` Not known here: ${unknown.join(", ")}.` : ""}` : "";
    } } });
    return h("details", { class: "more" }, h("summary", {}, "Paste a .env file"), area, report);
}

function servers(row) {
    const name = `server-${row.id}`;
    const first = row.servers.find((server) => server.chosen)?.id ?? row.servers[0].id;
    const element = h("details", { class: "more" }, h("summary", {}, "Which server"), h("fieldset", {}, h("legend", { class: "unseen" }, "Which server"), row.servers.map((server) =>
        h("label", { class: "choice" }, h("input", { type: "radio", name, value: server.id, checked: server.id === first }),
            h("span", {}, h("b", {}, server.id), h("small", {}, [server.kind, server.package, server.version].filter((part) => part && part !== server.id).join(" · ")))))));
    const value = () => element.querySelector("input:checked")?.value;
    return { element, value, changed: () => value() !== first };
}
