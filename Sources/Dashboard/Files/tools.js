import { h, fillWith, button, busy } from "./dom.js";
import { get, post, at } from "./api.js";
import { complain } from "./toast.js";
import { schemaForm } from "./schema.js";
import { failure } from "./integrations.js";
import { plural } from "./words.js";

/** What an integration offers to agents; what changes nothing can be tried here. */
export function tools(body, { id }) {
    const controller = new AbortController();
    fillWith(body, h("p", { class: "quiet" }, "Reading the list…"));
    get(at(id, "tools"), controller.signal).then(({ tools: list }) => draw(body, id, list), (error) => { if (error.name !== "AbortError") fillWith(body, failure(error)); });
    return () => controller.abort();
}

function draw(body, id, list) {
    if (!list.length) return fillWith(body, h("div", { class: "empty" }, h("h2", {}, "No tools"), h("p", {}, "Its server lists none, or has not been asked yet.")));
    const reading = list.filter((tool) => tool.readOnly).length;
    const rows = list.map((tool, index) => row(id, tool, index));
    const search = h("input", { type: "search", placeholder: "Find a tool", "aria-label": "Find a tool", on: { input: () => {
        const q = search.value.toLowerCase();
        list.forEach((tool, index) => { rows[index].hidden = !`${tool.name} ${tool.description ?? ""}`.toLowerCase().includes(q); });
    } } });
    fillWith(body, h("p", { class: "about" }, `${plural(list.length, "tool")}, ${reading} of which change nothing and can be tried here. `, list[0].listed ? "" : h("span", { class: "quiet" }, "Its server has not listed them yet: these are what its entry promises.")),
        list.length > 8 ? search : null, h("div", { class: "tool-list" }, rows));
}

function row(id, tool, index) {
    const inside = h("div", { class: "inside" });
    const details = h("details", { class: "tool", on: { toggle: () => { if (details.open && !inside.childElementCount) open(inside, id, tool, index); } } },
        h("summary", {}, h("code", {}, tool.name), tool.readOnly ? h("span", { class: "flag read" }, "reads only") : h("span", { class: "flag write" }, "may change things"), tool.description && h("small", {}, tool.description)), inside);
    return details;
}

function open(inside, id, tool, index) {
    const schema = h("details", { class: "more" }, h("summary", {}, "Its schema"), h("pre", { tabindex: "0" }, h("code", {}, JSON.stringify(tool.inputSchema ?? {}, null, 2))));
    if (!tool.readOnly) return fillWith(inside, h("p", { class: "quiet" }, "It may change something at the vendor, so it is not tried from here. In the terminal: ", h("code", {}, `openwork call ${id} ${tool.name}`)), schema);
    const form = schemaForm(tool.inputSchema, `try-${index}`);
    const answer = h("div", { class: "answer", role: "status" });
    const element = h("form", { novalidate: true, on: { submit: (event) => { event.preventDefault(); send(); } } }, form.element, h("div", { class: "row" }, h("button", { type: "submit", class: "small primary" }, h("span", {}, "Try it"))), answer);
    async function send() {
        let values;
        try { values = form.read(); } catch (error) { return complain(error); }
        await busy(element.querySelector("[type=submit]"), async () => {
            try {
                const report = await post(at(id, "call"), { tool: tool.name, arguments: values });
                const text = (report.result?.content ?? []).filter((part) => part.type === "text").map((part) => part.text).join("\n");
                fillWith(answer, h("p", {}, h("span", { class: `flag ${report.outcome === "ok" ? "set" : "write"}` }, report.outcome), ` in ${report.durationMs} ms`), h("pre", { tabindex: "0" }, h("code", {}, text || JSON.stringify(report.result, null, 2))));
            } catch (error) { complain(error); }
        });
    }
    fillWith(inside, element, schema);
}
