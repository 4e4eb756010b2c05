import { h, button, busy } from "./dom.js";
import { stateIcon } from "./icons.js";
import { post, at } from "./api.js";
import { spark } from "./spark.js";
import { ago, span } from "./time.js";
import { known, refresh } from "./store.js";
import { say, complain } from "./toast.js";
import { address, go } from "./route.js";
import { face, nextAction, sentence, deeds, tierOf } from "./words.js";

/** What an integration is told to do; says what became of it. */
export async function perform(row, act, element) {
    await busy(element, async () => {
        try {
            const verdict = await post(at(row.id, act));
            say(`${row.name} was ${deeds[act] ?? act}: ${verdict.reason.message}`, { bad: verdict.enabled && verdict.state === "disconnected", fix: verdict.state === "disconnected" ? verdict.reason.action : "" });
            await refresh(row.id, verdict);
        } catch (error) { complain(error); }
    });
}

/** The button of the next thing to do. */
export function actionButton(row, { primary = false } = {}) {
    const next = nextAction(row);
    const kind = next.quiet ? "small ghost" : primary ? "small primary" : "small";
    const props = { class: `${kind} action`, data: { key: `action-${row.id}` }, "aria-label": `${next.label}: ${row.name}` };
    return button(next.label, (event) => {
        if (next.pane) go({ view: "integrations", id: row.id, pane: next.pane });
        else perform(row, next.act, event.currentTarget);
    }, props);
}

function cause(row) {
    const state = face(row);
    if (state === "connected") {
        return h("p", { class: "cause" }, "Works", row.lastContact && [h("span", { class: "dot" }, "·"), ago(row.lastContact, { before: "proven " })]);
    }
    if (state === "off") return h("p", { class: "cause" }, sentence(row.reason.message));
    return h("p", { class: "cause" }, sentence(row.reason.message), h("span", { class: "dot" }, "·"), ago(row.since, { before: "for ", after: "" }));
}

/** One integration at a glance. */
export function card(row, { attention = false } = {}) {
    const state = face(row);
    const tier = tierOf(row);
    const facts = h("div", { class: "facts" },
        spark(known.trends.get(row.id)),
        h("span", { class: "latency" }, row.latency?.p50Ms != null ? span(row.latency.p50Ms) : ""));
    return h("article", { class: `card ${state}${attention ? " attention" : ""}`, data: { id: row.id } },
        h("div", { class: "head" },
            stateIcon(state),
            h("h3", {}, h("a", { href: address({ view: "integrations", id: row.id }), data: { key: `card-${row.id}` } }, row.name)),
            h("span", { class: `tier ${tier}` }, tier === "own" ? "Yours" : tier)),
        cause(row),
        attention && row.reason.evidence && h("p", { class: "evidence" }, row.reason.evidence),
        tier === "P2" && !attention && h("p", { class: "contribute" }, h("a", { href: address({ view: "contribute", id: row.id, filters: null }) }, "Contribute its evidence")),
        h("div", { class: "foot" }, facts, actionButton(row, { primary: attention })));
}
