import { h, fillWith, button } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { known, all, listen, load } from "./store.js";
import { card } from "./card.js";
import { place, go } from "./route.js";
import { face, states, stateWords, tiers, tierOf, plural } from "./words.js";

const groupings = { tier: "Tier", role: "Role", state: "State" };
const rank = { disconnected: 0, degraded: 1, unknown: 2, connected: 3, off: 4 };

/** The first tab: everything that there is, what needs somebody first. */
export function integrations(main) {
    const head = h("section", { class: "hero", "aria-labelledby": "headline" });
    const bar = h("div", { class: "filters", role: "search" });
    const list = h("div", { class: "groups" });
    const found = h("p", { class: "found quiet", role: "status" });
    fillWith(main, head, bar, found, list);
    const search = h("input", {
        type: "search", id: "search", placeholder: "Search integrations", autocomplete: "off", spellcheck: "false", "aria-label": "Search integrations",
        on: { input: (event) => set("q", event.target.value) },
    });
    const choices = ["tier", "role", "group"].map((name) => h("select", { id: `by-${name}`, "aria-label": { tier: "Tier", role: "Role", group: "Grouped by" }[name], on: { change: (event) => set(name, event.target.value) } }));
    fillWith(bar, h("div", { class: "search" }, icon("search"), search), choices);

    function set(name, value) {
        const { view, id, pane, filters } = place();
        if (value) filters.set(name, value); else filters.delete(name);
        go({ view, id, pane, filters }, { replace: true });
    }

    function wanted() {
        const { filters } = place();
        return { q: (filters.get("q") ?? "").trim().toLowerCase(), state: filters.get("state"), tier: filters.get("tier"), role: filters.get("role"), group: groupings[filters.get("group")] ? filters.get("group") : "tier" };
    }

    const fits = (row, want) =>
        (!want.q || `${row.name} ${row.id} ${row.description ?? ""} ${row.reason.message}`.toLowerCase().includes(want.q))
        && (!want.state || face(row) === want.state) && (!want.tier || tierOf(row) === want.tier) && (!want.role || row.roles.includes(want.role));

    function drawHead() {
        const rows = all();
        const counts = Object.fromEntries([...states, "off"].map((state) => [state, rows.filter((row) => face(row) === state).length]));
        const on = rows.length - counts.off;
        const trouble = counts.disconnected + counts.degraded;
        const title = !rows.length ? "Nothing here yet"
            : on === 0 ? "Nothing is set up yet"
            : trouble + counts.unknown === 0 ? `All ${on} integrations work`
            : `${counts.connected} of ${on} integrations work`;
        const subtitle = on === 0 ? "Choose what your agents need, and prove each credential on the way."
            : trouble ? `${plural(counts.disconnected, "is", "are")} disconnected, ${counts.degraded} degraded. ${plural(known.roles.filter((role) => role.ready).length, "role")} of ${known.roles.length} can do their job.`
            : "Each one was proven by a real call, not by an open port.";
        const { filters } = place();
        const current = filters.get("state");
        fillWith(head,
            h("h1", { id: "headline" }, title), h("p", { class: "lead" }, subtitle),
            on === 0 && rows.length ? h("p", {}, h("a", { class: "button primary", href: "#/setup" }, icon("wand"), h("span", {}, "Start the setup"))) : null,
            h("div", { class: "tiles", role: "group", "aria-label": "Show only" }, [...states, "off"].map((state) =>
                button(null, () => set("state", current === state ? null : state), {
                    class: `tile ${state}`, "aria-pressed": String(current === state), data: { key: `tile-${state}` },
                    icon: [stateIcon(state), h("b", {}, counts[state]), h("span", {}, stateWords[state])],
                }))));
        for (const svg of head.querySelectorAll(".tile svg")) { svg.removeAttribute("role"); svg.setAttribute("aria-hidden", "true"); }
    }

    function drawBar() {
        const want = wanted();
        if (document.activeElement !== search) search.value = place().filters.get("q") ?? "";
        const present = new Set(all().map(tierOf));
        const options = [
            [["", "All tiers"], ...Object.keys(tiers).filter((tier) => present.has(tier)).map((tier) => [tier, tier === "own" ? "Yours" : tier])],
            [["", "All roles"], ...known.roles.map((role) => [role.id, role.name])],
            Object.entries(groupings).map(([key, word]) => [key === "tier" ? "" : key, `By ${word.toLowerCase()}`]),
        ];
        const chosen = [want.tier ?? "", want.role ?? "", want.group === "tier" ? "" : want.group];
        choices.forEach((select, index) => {
            const key = JSON.stringify(options[index]);
            if (select.dataset.options !== key) {
                select.dataset.options = key;
                select.replaceChildren(...options[index].map(([value, text]) => h("option", { value }, text)));
            }
            select.value = chosen[index];
        });
    }

    function groups(rows, want) {
        const sorted = [...rows].sort((left, right) => rank[face(left)] - rank[face(right)] || left.name.localeCompare(right.name));
        if (want.group === "role") {
            const parts = known.roles.map((role) => ({ key: role.id, title: role.name, about: role.description ?? "", rows: sorted.filter((row) => row.roles.includes(role.id)) }));
            const rest = sorted.filter((row) => !row.roles.length);
            return [...parts, { key: "none", title: "No role", about: "Nobody is offered these", rows: rest }].filter((part) => part.rows.length);
        }
        const keys = want.group === "state" ? ["disconnected", "degraded", "unknown", "connected", "off"] : Object.keys(tiers);
        return keys.map((key) => ({
            key, title: want.group === "state" ? stateWords[key] : tiers[key][0], about: want.group === "state" ? "" : tiers[key][1],
            rows: sorted.filter((row) => (want.group === "state" ? face(row) : tierOf(row)) === key),
        })).filter((part) => part.rows.length);
    }

    function drawList() {
        const want = wanted();
        const rows = all().filter((row) => fits(row, want));
        const isNarrowed = want.q || want.state || want.tier || want.role;
        found.textContent = isNarrowed ? `${plural(rows.length, "integration")} of ${known.integrations.size}` : "";
        found.hidden = !isNarrowed;
        if (known.error && !known.integrations.size) return fillWith(list, failure(known.error));
        if (!rows.length) {
            return fillWith(list, h("div", { class: "empty" }, icon("search"), h("h2", {}, "Nothing fits"), h("p", {}, "No integration matches what you are looking for."),
                h("div", { class: "row" }, button("Clear the filters", () => { search.value = ""; go({ view: "integrations", filters: null }); }), h("a", { class: "button", href: "#/add" }, icon("plus"), h("span", {}, "Add your own")))));
        }
        const trouble = isNarrowed || want.group !== "tier" ? [] : rows.filter((row) => ["disconnected", "degraded"].includes(face(row))).sort((left, right) => rank[left.state] - rank[right.state]);
        const shown = trouble.length ? rows.filter((row) => !trouble.includes(row)) : rows;
        fillWith(list,
            trouble.length ? section("attention", "Needs attention", "", trouble, true) : null,
            groups(shown, want).map((part) => section(part.key, part.title, part.about, part.rows, false)));
    }

    const section = (key, title, about, rows, attention) => h("section", { class: `group ${attention ? "attention" : ""}`, "aria-labelledby": `group-${key}` },
        h("h2", { id: `group-${key}` }, title, h("span", { class: "count" }, rows.length), about && h("small", {}, about)),
        h("div", { class: "cards" }, rows.map((row) => card(row, { attention }))));

    let frame = 0;
    const draw = () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(() => { drawHead(); drawBar(); drawList(); }); };
    drawHead(); drawBar(); drawList();
    const stop = listen((what) => { if (!["live", "news"].includes(what)) draw(); });
    addEventListener("hashchange", draw);
    return () => { stop(); removeEventListener("hashchange", draw); cancelAnimationFrame(frame); };
}

export const failure = (error) => h("div", { class: "empty bad" }, stateIcon("disconnected"), h("h2", {}, error.message), h("p", {}, error.fix ?? ""), button("Try again", load));
