import { h, fillWith, button } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { integration, listen, known, refresh } from "./store.js";
import { address, go, place } from "./route.js";
import { face, stateWords, tierOf } from "./words.js";
import { overview } from "./overview.js";
import { configure } from "./configure.js";
import { tools } from "./tools.js";
import { log } from "./log.js";
import { history } from "./history.js";
import { versions } from "./versions.js";

const panes = { overview: ["Overview", overview], configure: ["Configure", configure], tools: ["Tools", tools], log: ["Log", log], history: ["History", history], versions: ["Versions", versions] };

let dialog = null, shown = null, close = null;

/** Opens, changes or closes the panel, as the address says; closes it where nothing may be shown. */
export function panel(here = place()) {
    if (!here) return shut();
    const { view, id, pane } = here;
    if (view !== "integrations" || !id) return shut();
    const row = integration(id);
    if (!row) {
        if (known.loaded) shut();
        return;
    }
    const name = panes[pane] ? pane : "overview";
    if (shown?.id === id && shown.pane === name) return;
    if (!dialog) {
        const returnTo = document.activeElement?.dataset?.key;
        dialog = h("dialog", { class: "panel", "aria-labelledby": "panel-title", on: { cancel: (event) => { event.preventDefault(); leave(); }, click: (event) => { if (event.target === dialog) leave(); } } });
        dialog.dataset.returnTo = returnTo ?? `card-${id}`;
        document.body.append(dialog);
        dialog.showModal();
    }
    close?.();
    shown = { id, pane: name };
    draw(id, name);
}

const leave = () => go({ view: "integrations" });

function draw(id, name) {
    const head = h("div", { class: "panel-head" });
    const body = h("div", { class: "panel-body", id: "pane", role: "tabpanel", "aria-labelledby": `tab-${name}`, tabindex: "-1" });
    const tabs = h("div", { class: "panes", role: "tablist", "aria-label": "About this integration", on: { keydown: keys } }, Object.entries(panes).map(([key, [title]]) =>
        h("a", { id: `tab-${key}`, role: "tab", href: address({ view: "integrations", id, pane: key === "overview" ? null : key }), "aria-selected": String(key === name), "aria-controls": "pane", tabindex: key === name ? "0" : "-1" }, title)));
    fillWith(dialog, head, tabs, body);
    const drawHead = () => {
        const row = integration(id);
        if (!row) return;
        fillWith(head,
            stateIcon(face(row)),
            h("div", { class: "titles" }, h("h2", { id: "panel-title" }, row.name),
                h("p", { class: "quiet" }, `${stateWords[face(row)]} · ${row.id}`, tierOf(row) === "own" ? " · yours" : ` · ${row.tier}`)),
            button(null, leave, { icon: icon("close"), class: "bare close", "aria-label": "Close", data: { key: "close" } }));
    };
    drawHead();
    const row = integration(id);
    const end = panes[name][1](body, row);
    const stop = listen((what) => { if (what === id || what === "all" || what === "status") drawHead(); if (known.loaded && !integration(id)) leave(); });
    close = () => { stop(); end?.(); close = null; };
    const chosen = dialog.querySelector(`#tab-${name}`);
    chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (!dialog.contains(document.activeElement) || document.activeElement === dialog) chosen?.focus({ preventScroll: true });
    else if (document.activeElement?.getAttribute("role") !== "tab") chosen?.focus({ preventScroll: true });
    refresh(id);
}

function keys(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...event.currentTarget.children];
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    event.preventDefault();
    next.click();
}

function shut() {
    if (!dialog) return;
    close?.();
    const key = dialog.dataset.returnTo;
    dialog.close();
    dialog.remove();
    dialog = null;
    shown = null;
    document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
