import { h, fillWith, copyable } from "./dom.js";
import { stateIcon } from "./icons.js";
import { get } from "./api.js";
import { integration } from "./store.js";
import { failure } from "./integrations.js";
import { ago, moment } from "./time.js";
import { plural } from "./words.js";

const words = { passed: "passed", failed: "failed", advisory: "advice", incomplete: "incomplete", expected_failure: "excused", not_applicable: "not applicable" };

/** What the last report says of each integration. */
export function conformance(main) {
    const body = h("div", { class: "sheet" });
    fillWith(main, h("section", { class: "hero" }, h("h1", {}, "Conformance"), h("p", { class: "lead" }, "What openwork-conform last found, integration by integration: the rules of the protocol, and what credentials and health promise.")), body);
    get("/api/conformance").then(({ integrations }) => draw(body, integrations), (error) => fillWith(body, failure(error)));
    return () => {};
}

function draw(body, list) {
    if (!list.length) {
        return fillWith(body, h("div", { class: "empty" }, h("h2", {}, "No report yet"), h("p", {}, "Put a report into the daemon's folder for them, and it stands here:"),
            copyable("openwork-conform run --all --format json --output ~/.openclaw-team/conformance/all.json")));
    }
    const bad = (one) => (one.counts.failed ?? 0) + (one.counts.incomplete ?? 0);
    list.sort((left, right) => bad(right) - bad(left) || left.integration.localeCompare(right.integration));
    fillWith(body, h("p", { class: "about" }, `${plural(list.length, "integration")}, ${list.filter((one) => !bad(one)).length} without a fault.`), h("div", { class: "reports" }, list.map((one) => report(one, bad(one)))));
}

function report(one, bad) {
    const total = Object.values(one.counts).reduce((sum, count) => sum + count, 0);
    const state = one.counts.failed ? "disconnected" : one.counts.incomplete ? "degraded" : "connected";
    const share = ["passed", "failed", "incomplete", "advisory", "expected_failure"].filter((word) => one.counts[word]).map((word) => { const part = h("i", { class: word }); part.style.flexGrow = one.counts[word]; return part; });
    return h("details", { class: `report ${state}` },
        h("summary", {}, stateIcon(state), h("b", {}, integration(one.integration)?.name ?? one.integration), h("div", { class: "share", "aria-hidden": "true" }, share), h("span", { class: "quiet" }, bad ? plural(bad, "fault") : `${one.counts.passed ?? 0} passed`)),
        h("div", { class: "inside" },
            h("p", { class: "quiet" }, Object.entries(words).filter(([word]) => one.counts[word]).map(([word, text]) => `${one.counts[word]} ${text}`).join(" · "), ` · ${total} checks · ${one.file}`, one.startedAt && [" · ", Number.isNaN(Date.parse(one.startedAt)) ? one.startedAt : [moment(one.startedAt), " (", ago(one.startedAt), ")"]]),
            one.findings.length ? h("ul", { class: "findings" }, one.findings.map((finding) => h("li", {},
                h("p", {}, h("code", {}, finding.check), " ", h("span", { class: `flag ${finding.advisory ? "" : "write"}` }, finding.advisory ? "advice" : finding.verdict), " ", finding.title),
                (finding.expected || finding.actual) && h("dl", { class: "compare" }, h("div", { class: "want" }, h("dt", {}, "expected"), h("dd", {}, finding.expected ?? "–")), h("div", { class: "got" }, h("dt", {}, "came"), h("dd", {}, finding.actual ?? "–"))),
                finding.repeat && copyable(finding.repeat)))) : h("p", {}, "Every check that applies was passed.")));
}
