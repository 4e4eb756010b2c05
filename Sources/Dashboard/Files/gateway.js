// What the gateway adds: the endpoint of a role, its tokens and rules, and tools that wait for somebody's judgement.
import { h, fillWith, button, busy, copyable } from "./dom.js";
import { stateIcon } from "./icons.js";
import { get, post, put, remove, at } from "./api.js";
import { integration, load } from "./store.js";
import { say, complain } from "./toast.js";
import { ago } from "./time.js";
import { address } from "./route.js";
import { plural, sentence } from "./words.js";
import { difference, visible } from "./difference.js";

const path = (role, word) => `/api/roles/${encodeURIComponent(role.id)}/${word}`;

/** What stands beneath the integrations of a role. */
export async function roleExtras(role) {
    const [endpoint, tokens] = await Promise.all([get(path(role, "readiness")), get(path(role, "tokens"))]);
    return [offer(role, endpoint), rules(role), keys(role, tokens.tokens ?? [])];
}

/** What agents see at the endpoint, and what is held back from them. */
function offer(role, endpoint) {
    const lacking = (endpoint.integrations ?? []).filter((one) => !one.callable || one.held);
    return h("div", {}, h("h3", {}, "What its agents are offered"),
        h("p", { class: "quiet" }, `${plural(endpoint.tools, "tool")} at `, h("code", {}, endpoint.address), endpoint.ready ? ", listed and callable now." : "; it cannot do its whole job now."),
        lacking.length ? h("ul", { class: "lacks" }, lacking.map((one) => h("li", {}, stateIcon(one.callable ? "degraded" : "disconnected"), h("div", {},
            h("a", { href: address({ view: "integrations", id: one.id, filters: null }) }, integration(one.id)?.name ?? one.id), " ", h("span", { class: "quiet" }, sentence(one.detail)),
            one.held ? h("p", {}, h("a", { href: "#/activity/reviews" }, `${plural(one.held, "tool")} held back until somebody looks`)) : null)))) : null);
}

/** Patterns of tools that a role may use, or may not. */
function rules(role) {
    const now = role.tools ?? {};
    const area = (name, label, help) => {
        const id = `${name}-${role.id}`;
        const input = h("textarea", { id, rows: "2", spellcheck: "false", "aria-describedby": `${id}-help`, placeholder: name === "allow" ? "every tool" : "none" });
        input.value = (now[name] ?? []).join("\n");
        return { input, element: h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: id }, label)), input, h("p", { class: "quiet", id: `${id}-help` }, help)) };
    };
    const allow = area("allow", "Only these", "A pattern a line, such as github/* or search_?; none allows every tool.");
    const deny = area("deny", "Never these", "Stronger than what is allowed: delete_*, for instance.");
    const reading = h("input", { type: "checkbox", id: `reading-${role.id}`, checked: Boolean(now.readOnly) });
    const review = h("input", { type: "checkbox", id: `review-${role.id}`, checked: now.approval === "review" });
    const list = (input) => input.value.split("\n").map((line) => line.trim()).filter(Boolean);
    return h("details", { class: "more" }, h("summary", {}, "Which tools it may use"), h("div", { class: "pair" }, allow.element, deny.element),
        h("p", { class: "away" }, reading, h("label", { for: reading.id }, "Only tools that change nothing")),
        h("p", { class: "away" }, review, h("label", { for: review.id }, "Only tools that somebody has looked at and approved")),
        h("div", { class: "row" }, button("Keep", (event) => busy(event.currentTarget, async () => {
            const tools = { allow: list(allow.input), deny: list(deny.input), readOnly: reading.checked, approval: review.checked ? "review" : "first_use" };
            try { await put(`/api/roles/${role.id}`, { tools }); say(`The rules of ${role.name} are kept`); await load(); } catch (error) { complain(error); }
        }), { class: "small" }), button("As its file says", (event) => busy(event.currentTarget, async () => {
            try { await put(`/api/roles/${role.id}`, { tools: null }); say(`${role.name} follows its file again`); await load(); } catch (error) { complain(error); }
        }), { class: "small ghost" })));
}

/** Tokens by which agents show that they may use the endpoint; each is told once. */
function keys(role, tokens) {
    const told = h("div", { role: "status" });
    const list = h("ul", { class: "tokens" });
    const name = h("input", { type: "text", id: `token-${role.id}`, placeholder: "for whom, such as laptop", "aria-label": `For whom the token of ${role.name} is`, autocomplete: "off" });
    const draw = () => fillWith(list, tokens.length ? tokens.map((token) => h("li", {}, h("b", {}, token.name || token.id), ago(token.createdAt, { before: "made " }), button("Revoke", (event) => busy(event.currentTarget, async () => {
        try { await remove(path(role, `tokens/${encodeURIComponent(token.id)}`)); tokens = tokens.filter((one) => one.id !== token.id); say("The token is refused from now on"); draw(); } catch (error) { complain(error); }
    }), { class: "small", "aria-label": `Revoke the token ${token.name || token.id}` }))) : h("li", { class: "quiet" }, "There is none yet."));
    draw();
    return h("div", {}, h("h3", {}, "Tokens"), list,
        h("form", { class: "row", on: { submit: (event) => { event.preventDefault(); busy(event.submitter, async () => {
            try {
                const made = await post(path(role, "tokens"), { name: name.value.trim() || "dashboard" });
                tokens = [...tokens, { ...made, token: null }];
                name.value = "";
                draw();
                fillWith(told, h("p", { class: "quiet" }, "Copy it now: it is told this once, and only its hash is kept."), copyable(made.token));
            } catch (error) { complain(error); }
        }); } } }, name, h("button", { type: "submit", class: "small" }, h("span", {}, "Make a token"))), told);
}

/** Tools that agents do not get until somebody has looked at them. */
export async function reviews() {
    let list;
    try { ({ tools: list } = await get("/api/tools/review")); } catch (error) { if (error.status === 404) return []; throw error; }
    // What was judged already stands below what waits.
    return list.sort((left, right) => (left.standing === "refused") - (right.standing === "refused")).map(judge);
}

const standings = { refused: ["Refused", "off"], changed: ["It is not what was approved", "degraded"], suspicious: ["It looks like an attack", "disconnected"], unreviewed: ["Nobody has looked at it yet", "unknown"] };

function judge(one) {
    const [words, state] = standings[one.standing] ?? standings.unreviewed;
    const why = reasons(one);
    const isRefused = one.standing === "refused";
    const [done, undone] = [`${one.tool} is offered to agents`, `${one.tool} is offered to nobody`];
    const tell = (deed, done) => (event) => busy(event.currentTarget, async () => {
        try {
            const { tools } = await post(at(one.integration, `tools/${deed}`), { tools: [{ name: one.tool, hash: one.hash }] });
            say(done);
            const now = tools.find((other) => other.tool === one.tool);
            if (now) element.replaceWith(judge(now)); else element.remove();
        } catch (error) { complain(error); }
    });
    const element = h("article", { class: `judge ${state}` },
        h("div", { class: "row" }, stateIcon(state), h("h2", {}, h("code", {}, one.tool)), h("span", { class: "quiet" }, `of ${integration(one.integration)?.name ?? one.integration}`), h("span", { class: `flag ${state === "unknown" ? "" : "write"}` }, words), ago(one.since)),
        one.approved ? difference(one.approved, one.definition, one.tool) : null,
        why,
        h("details", { class: "more" }, h("summary", {}, "The whole definition"), h("pre", { tabindex: "0" }, h("code", {}, visible(JSON.stringify(one.definition, null, 2))))),
        h("div", { class: "row" },
            isRefused ? button("Approve it after all", tell("approve", done), { class: "danger" })
                : why ? [button("Refuse it", tell("refuse", undone), { class: "primary" }), button("Approve it all the same", tell("approve", done), { class: "danger" })]
                : [button("Approve this definition", tell("approve", done), { class: "primary" }), button("Refuse it", tell("refuse", undone))],
            h("p", { class: "quiet" }, isRefused ? "It is offered to no agent, until its server says something else and somebody approves that." : "Until then it is not offered to any agent.")));
    return element;
}

/** What the daemon says of it, without the difference where that is shown already. */
function reasons(one) {
    const lines = (one.text ?? "").split("\n");
    const cut = lines.indexOf("");
    const said = (one.approved ? (cut < 0 ? [] : lines.slice(cut + 1)) : lines).filter((line) => line.trim());
    // Without a former definition the first line only says that nobody has approved it.
    const found = one.approved ? said : said.filter((line) => !/^(is not approved|was refused|is approved)$/.test(line));
    return found.length ? h("ul", { class: "reasons" }, found.map((line) => h("li", {}, visible(line)))) : null;
}
