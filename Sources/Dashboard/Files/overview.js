import { h, fillWith, button, copyable } from "./dom.js";
import { stateIcon } from "./icons.js";
import { integration, listen, known } from "./store.js";
import { actionButton, perform } from "./card.js";
import { spark } from "./spark.js";
import { ago, span, moment } from "./time.js";
import { address } from "./route.js";
import { face, sentence, command } from "./words.js";

const layers = [["configured", "Configured", "Has every setting a value?"], ["authorised", "Authorised", "Does the vendor accept the credential?"], ["effective", "Effective", "Are its tools there, and do they answer?"]];
const mark = (holds) => (holds === true ? "connected" : holds === false ? "disconnected" : "unknown");
const saying = { true: "yes", false: "no", null: "not known" };

/** How an integration is, why, and what to do about it. */
export function overview(body, { id }) {
    const draw = () => {
        const row = integration(id);
        if (!row) return;
        const state = face(row);
        const hint = state === "connected" ? null : command(row.reason.action);
        fillWith(body,
            row.description && h("p", { class: "about" }, row.description),
            h("section", { class: `verdict ${state}` },
                h("h3", {}, state === "connected" ? "It works" : sentence(row.reason.message)),
                h("p", {}, state === "connected" ? ["A real call was answered as it should ", ago(row.lastContact), "."] : [sentence(state), " ", ago(row.since, { before: "for ", after: "" }), row.lastContact && [", last contact ", ago(row.lastContact)], "."]),
                row.reason.evidence && h("p", { class: "evidence" }, row.reason.evidence),
                state !== "connected" && h("p", { class: "todo" }, sentence((row.reason.action ?? "").split(": openwork")[0]), "."),
                h("div", { class: "row" }, actionButton(row, { primary: state !== "connected" }),
                    row.enabled && state !== "connected" && button("Test now", (event) => perform(row, "test", event.currentTarget), { class: "small", data: { key: "test-now" } }))),
            h("h3", {}, "Three questions"),
            h("ol", { class: "layers" }, layers.map(([key, title, question]) => {
                const layer = row.layers[key];
                return h("li", { class: mark(layer.holds) }, stateIcon(mark(layer.holds)),
                    h("div", {}, h("b", {}, title, h("span", { class: "unseen" }, `: ${saying[layer.holds]}`)), h("p", {}, sentence(layer.detail)),
                        h("p", { class: "quiet" }, layer.at ? ago(layer.at) : question)));
            })),
            h("h3", {}, "Latency"),
            h("div", { class: "latencies" }, spark(known.trends.get(id), { width: 320, height: 56 }),
                h("dl", {}, h("div", {}, h("dt", {}, "half of the calls"), h("dd", {}, span(row.latency.p50Ms))), h("div", {}, h("dt", {}, "19 of 20"), h("dd", {}, span(row.latency.p95Ms))))),
            h("h3", {}, "Facts"),
            h("dl", { class: "pairs" },
                pair("Used by", row.roles.length ? row.roles.map((role, index) => [index ? ", " : "", h("a", { href: address({ view: "roles", id: role, filters: null }) }, role)]) : "no role"),
                pair("Process", row.process ? `${row.process}${row.processId ? `, id ${row.processId}` : ""}` : "none"),
                pair("Tools", String(row.tools.length)),
                pair("Installed", row.install ? `${row.install.version} (${row.install.server}), ${moment(row.install.at)}` : "nothing"),
                pair("Next look", row.nextProbe ? moment(row.nextProbe) : "when somebody asks")),
            hint && [h("h3", {}, "In the terminal"), copyable(hint)]);
    };
    draw();
    return listen((what) => { if ([id, "all", "status", "trends"].includes(what)) draw(); });
}

const pair = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
