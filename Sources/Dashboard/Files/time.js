import { h } from "./dom.js";

/** How long ago, in the largest unit that fits. */
export function age(moment, now = Date.now()) {
    const seconds = Math.max(0, Math.round((now - Date.parse(moment)) / 1000));
    if (Number.isNaN(seconds)) return "";
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
    if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
    return `${Math.floor(seconds / 86_400)} d`;
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

export const moment = (text) => { const at = Date.parse(text); return Number.isNaN(at) ? "" : exact.format(at); };
export const hour = (text) => { const at = Date.parse(text); return Number.isNaN(at) ? "" : clock.format(at); };

/** An age that ticks: "40 s ago". */
export function ago(at, { before = "", after = " ago" } = {}) {
    if (!at) return null;
    const element = h("time", { class: "age", datetime: at, title: moment(at), data: { before, after } });
    write(element);
    return element;
}

function write(element) {
    const text = `${element.dataset.before}${age(element.dateTime)}${element.dataset.after}`;
    if (element.textContent !== text) element.textContent = text;
}

/** Lets every age on the page tick, once for all. */
export function tick() {
    setInterval(() => { if (!document.hidden) document.querySelectorAll("time.age").forEach(write); }, 1000);
}

export function span(milliseconds) {
    if (milliseconds === null || milliseconds === undefined) return "–";
    return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
