import { h, fillWith, copyable } from "./dom.js";

const clients = {
    "claude-code": ["Claude Code", "In a terminal", (name, url) => `claude mcp add --transport http ${name} ${url} --header "Authorization: Bearer TOKEN"`],
    cursor: ["Cursor", "~/.cursor/mcp.json", (name, url) => JSON.stringify({ mcpServers: { [name]: { url, headers: { Authorization: "Bearer TOKEN" } } } }, null, 2)],
    vscode: ["VS Code", ".vscode/mcp.json", (name, url) => JSON.stringify({ servers: { [name]: { type: "http", url, headers: { Authorization: "Bearer TOKEN" } } } }, null, 2)],
    codex: ["Codex", "~/.codex/config.toml", (name, url) => `[mcp_servers.${name}]\nurl = "${url}"\nbearer_token_env_var = "OPENWORK_TOKEN"`],
    other: ["Another", "Any client that speaks Streamable HTTP", (name, url) => url],
};

/** What to put where, so that a client reaches the tools of a role. */
export function snippets(role) {
    const url = `${location.origin}/mcp/${role}`;
    const name = `openwork-${role}`;
    const body = h("div", {});
    const show = (key) => {
        const [, where, write] = clients[key];
        fillWith(body, h("p", { class: "quiet" }, where), copyable(write(name, url)));
    };
    const group = h("div", { class: "segments", role: "group", "aria-label": "Client" }, Object.entries(clients).map(([key, [title]], index) =>
        h("button", { type: "button", "aria-pressed": String(index === 0), on: { click: (event) => { for (const other of group.children) other.setAttribute("aria-pressed", String(other === event.currentTarget)); show(key); } } }, title)));
    show("claude-code");
    return h("div", { class: "snippets" }, group, body);
}
