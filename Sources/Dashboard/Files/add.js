import { h, fillWith, busy, copyable } from "./dom.js";
import { post } from "./api.js";
import { known } from "./store.js";
import { documentForm } from "./openapi.js";
import { added, identity, refusal, roleChoice, text } from "./fields.js";

const kinds = {
    package: ["A package", "npm or PyPI; it is installed into a folder of its own"],
    url: ["A URL", "a remote server that speaks MCP over HTTP"],
    document: ["An OpenAPI document", "a REST API, whose operations become tools"],
    command: ["A command", "a program on this machine"],
};

/** A server of one's own, without editing a file; the file says the same afterwards. */
export function addServer(main) {
    let kind = "package";
    const body = h("div", {});
    const group = h("div", { class: "kinds", role: "radiogroup", "aria-label": "What it is" }, Object.entries(kinds).map(([key, [title, about]]) =>
        h("label", { class: "pick" }, h("input", { type: "radio", name: "kind", value: key, checked: key === kind, on: { change: () => { kind = key; draw(); } } }), h("div", {}, h("b", {}, title), h("p", { class: "quiet" }, about)))));
    fillWith(main, h("section", { class: "hero" }, h("h1", {}, "Add your own integration"), h("p", { class: "lead" }, "It is written to your registry file, and is installed, watched and offered to your agents like any other.")), h("div", { class: "sheet narrow" }, group, body));
    const draw = () => fillWith(body, kind === "command" ? commandNote() : kind === "document" ? documentForm() : form(kind));
    draw();
    return () => {};
}

const commandNote = () => h("div", { class: "note" }, h("h2", {}, "Commands are confirmed in the terminal"),
    h("p", {}, "No web page may decide what runs on this machine. Describe the server in a file; the terminal shows what will run, and asks."),
    copyable('{\n  "id": "my-tool",\n  "name": "My Tool",\n  "command": "my-mcp-server",\n  "args": ["--stdio"]\n}'), copyable("openwork add my-tool.json"), h("p", { class: "quiet" }, "It appears here as soon as it is confirmed."));

function form(kind) {
    const { name, id } = identity();
    const registry = h("select", { id: "add-registry" }, h("option", { value: "npm" }, "npm"), h("option", { value: "pypi" }, "PyPI"));
    const place = kind === "package" ? text("add-package", "Package", "As its registry names it, with the exact version behind an @ where you want one.", { placeholder: "my-mcp-server" }) : text("add-url", "URL", "Where it answers, such as https://example.com/mcp.", { placeholder: "https://example.com/mcp", inputmode: "url" });
    const secrets = text("add-secrets", "Secrets it needs", "Names of variables, with commas between; empty for none.", { placeholder: "MY_TOOL_TOKEN", required: false });
    const role = roleChoice();
    const outcome = h("div", { role: "status" });
    const element = h("form", { on: { submit: (event) => { event.preventDefault(); send(event.submitter); } } }, name.element, id.element,
        kind === "package" ? h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "add-registry" }, "Registry")), h("div", { class: "input" }, registry)) : null, place.element, secrets.element,
        role.element,
        h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, h("span", {}, "Add it"))), outcome);
    async function send(submit) {
        const entry = { id: id.input.value.trim(), name: name.input.value.trim() };
        const names = secrets.input.value.split(",").map((one) => one.trim()).filter(Boolean);
        entry.servers = [kind === "url" ? remote(place.input.value.trim(), names) : packaged(registry.value, place.input.value.trim())];
        if (names.length) entry.configSchema = Object.fromEntries(names.map((one) => [one, { type: "string", required: true, secret: true }]));
        await busy(submit, async () => {
            try {
                await post("/api/integrations", entry);
                await added(entry, role.input.value);
            } catch (error) { fillWith(outcome, refusal(error)); }
        });
    }
    return element;
}

/** The version stands behind the last @ that is not the first letter, or behind == as PyPI has it. */
function packaged(kind, text) {
    const cut = kind === "pypi" && text.includes("==") ? text.indexOf("==") : text.lastIndexOf("@");
    if (cut <= 0) return { kind, package: text };
    return { kind, package: text.slice(0, cut), version: text.slice(cut).replace(/^(==|@)/, "") };
}

/** The first secret is what the server wants as a bearer token. */
function remote(url, names) {
    return names.length ? { kind: "remote", url, headers: { Authorization: `Bearer \${${names[0]}}` } } : { kind: "remote", url };
}

/** How the evidence of an integration that is open to contribution is made. */
export function contribute(main, { id }) {
    const row = known.integrations.get(id);
    fillWith(main, h("section", { class: "hero" }, h("h1", {}, `Contribute ${row?.name ?? id ?? "an integration"}`), h("p", { class: "lead" }, "It is in the catalogue, and nobody with an account has recorded yet how it takes a good and a refused credential. A quarter of an hour, no Swift, and a bounty.")),
        h("div", { class: "sheet narrow" }, h("ol", { class: "how" },
            h("li", {}, h("b", {}, "Make the entry from the running server"), h("p", {}, "It starts the server, reads its tools, asks for what it cannot know, and writes everything down without the secret."), copyable(`openwork-conform init ${source(row)} --id ${id ?? "ID"}`)),
            h("li", {}, h("b", {}, "See what is missing"), copyable(`openwork-conform lint Sources/Registry/Catalogue/${id ?? "ID"}.json`)),
            h("li", {}, h("b", {}, "Prove it, offline"), copyable(`openwork-conform run ${id ?? "ID"} --suites conformance`)),
            h("li", {}, h("b", {}, "Send the files"), h("p", {}, "The entry and its recordings are all that is reviewed; docs/bounties.md says what they have to show.")))));
    return () => {};
}

const source = (row) => {
    const server = row?.servers?.find((one) => one.package && ["npm", "pypi"].includes(one.kind));
    return server ? `--package ${server.kind}:${server.package}` : "--url URL";
};
