import { h, fillWith } from "./dom.js";
import { stateIcon } from "./icons.js";
import { get, at } from "./api.js";
import { listen } from "./store.js";
import { ago, moment } from "./time.js";
import { failure } from "./integrations.js";
import { sentence } from "./words.js";

/** What changed, when and why, with what each change rests on. */
export function history(body, { id }) {
    const draw = async () => {
        try {
            const { changes, contacts } = await get(`${at(id, "health")}?limit=200`);
            fillWith(body, strip(contacts), changes.length ? h("ol", { class: "timeline" }, changes.map((change) => step(change))) : h("div", { class: "empty" }, h("h2", {}, "No change yet"), h("p", {}, "Its state has not changed since it was first looked at.")));
        } catch (error) { fillWith(body, failure(error)); }
    };
    draw();
    return listen((what) => { if (what === id) draw(); });
}

export function step(change, name = null) {
    return h("li", { class: change.to }, stateIcon(change.to),
        h("div", {}, h("p", {}, name && [h("b", {}, name), " "], h("span", {}, `${sentence(change.from)} → `), h("b", {}, sentence(change.to))),
            h("p", {}, sentence(change.message), " ", h("code", {}, change.code)),
            h("p", { class: "quiet" }, ago(change.at), " · ", moment(change.at)),
            change.evidence && h("details", { class: "more" }, h("summary", {}, "What it rests on"), h("dl", { class: "pairs" }, Object.entries(change.evidence).map(([key, value]) => h("div", {}, h("dt", {}, key), h("dd", {}, typeof value === "string" ? value : JSON.stringify(value))))))));
}

/** The contacts of the last spans as a row of ticks: green where all went well. */
function strip(contacts) {
    if (!contacts.length) return null;
    const last = contacts.slice(-90);
    const total = contacts.reduce((sum, span) => sum + Object.values(span.counts).reduce((a, b) => a + b, 0), 0);
    const good = contacts.reduce((sum, span) => sum + (span.counts.good ?? 0), 0);
    return h("div", { class: "strip" }, h("div", { class: "ticks", role: "img", "aria-label": `${good} of ${total} contacts went well` }, last.map((span) => {
        const all = Object.values(span.counts).reduce((a, b) => a + b, 0);
        return h("i", { class: (span.counts.good ?? 0) === all ? "connected" : span.counts.good ? "degraded" : "disconnected", title: `${moment(span.start)}: ${Object.entries(span.counts).map(([word, count]) => `${count} ${word}`).join(", ")}` });
    })), h("p", { class: "quiet" }, `${good} of ${total} contacts went well`));
}
