import { h, fillWith, button } from "./dom.js";
import { get } from "./api.js";
import { integration, listen } from "./store.js";
import { failure } from "./integrations.js";
import { step } from "./history.js";
import { ago, moment, span } from "./time.js";
import { address, go, place } from "./route.js";
import { plural, sentence } from "./words.js";
import { reviews } from "./gateway.js";

const parts = { changes: "Changes of state", audit: "What was done", reviews: "Tools to approve" };

/** What happened and what was done. */
export function activity(main) {
    const body = h("div", { class: "sheet" });
    const tabs = h("div", { class: "segments", role: "group", "aria-label": "What to show" });
    fillWith(main, h("section", { class: "hero" }, h("h1", {}, "Activity"), h("p", { class: "lead" }, "Every change of state with its cause, and every thing that somebody did. Neither values nor arguments are kept.")), tabs, body);
    const current = () => (parts[place().id] ? place().id : "changes");
    const drawTabs = () => fillWith(tabs, Object.entries(parts).map(([key, title]) => button(title, () => go({ view: "activity", id: key, filters: null }), { "aria-pressed": String(key === current()), data: { key: `part-${key}` } })));
    const draw = async () => {
        drawTabs();
        try { await { changes, audit, reviews: approve }[current()](body); } catch (error) { fillWith(body, failure(error)); }
    };
    draw();
    let timer = 0;
    const stop = listen((what) => { if (what === "news" && current() !== "reviews") { clearTimeout(timer); timer = setTimeout(draw, 400); } });
    addEventListener("hashchange", draw);
    return () => { stop(); clearTimeout(timer); removeEventListener("hashchange", draw); };
}

const nameOf = (id) => integration(id)?.name ?? id;

async function changes(body) {
    const { changes: list } = await get("/api/changes?limit=200");
    if (!list.length) return fillWith(body, h("div", { class: "empty" }, h("h2", {}, "Nothing has changed yet"), h("p", {}, "As soon as a state changes, it stands here with its cause.")));
    fillWith(body, h("ol", { class: "timeline" }, list.map((change) => step(change, h("a", { href: address({ view: "integrations", id: change.integration, pane: "history", filters: null }) }, nameOf(change.integration))))));
}

async function audit(body) {
    const { rows, next } = await get("/api/audit?limit=100");
    if (!rows.length) return fillWith(body, h("div", { class: "empty" }, h("h2", {}, "Nothing was done yet"), h("p", {}, "Calls, settings, approvals and assignments will stand here.")));
    const table = h("tbody", {}, rows.map(line));
    const more = next ? button("Earlier", async (event) => {
        const page = await get(`/api/audit?limit=100&before=${more.dataset.next}`);
        table.append(...page.rows.map(line));
        if (page.next) more.dataset.next = page.next; else more.remove();
        void event;
    }, { data: { next } }) : null;
    fillWith(body, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "What was done" }, h("table", {}, h("thead", {}, h("tr", {}, ["When", "What", "To", "By", "Outcome", "Took"].map((head) => h("th", { scope: "col" }, head)))), table)), more);
}

const line = (row) => h("tr", {},
    h("td", { title: moment(row.at) }, ago(row.at)), h("td", {}, sentence(row.action), row.tool && [" ", h("code", {}, row.tool)]),
    h("td", {}, row.integration ? h("a", { href: address({ view: "integrations", id: row.integration, filters: null }) }, nameOf(row.integration)) : "–"),
    h("td", {}, row.party), h("td", {}, h("span", { class: `flag ${row.outcome === "ok" ? "set" : "write"}` }, row.outcome)), h("td", { class: "number" }, span(row.durationMs)));

async function approve(body) {
    const list = await reviews();
    if (!list.length) return fillWith(body, h("div", { class: "empty" }, h("h2", {}, "Nothing waits for approval"), h("p", {}, "When a server changes a tool that was approved, the tool is held back, and the difference stands here for you to judge.")));
    fillWith(body, h("p", { class: "about" }, `${plural(list.length, "tool")} held back.`), list);
}
