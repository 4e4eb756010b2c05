// Two definitions of a tool side by side, down to the words that differ.
import { h } from "./dom.js";

/** Letters that nobody sees are what an attack hides in: here they are seen. */
export const visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, (letter) => `⟨U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

/** Every place at which the two differ: what stood there, and what stands there now. */
export function difference(was, is, name) {
    const places = [];
    collect(was, is, "", places);
    return h("div", { class: "diff", tabindex: "0", role: "region", "aria-label": `What is different in ${name}` }, places.slice(0, 100).map(({ path, before, after }) => {
        const [first, second] = marked(before, after);
        return [h("p", { class: "where" }, visible(path || "/")), before === undefined ? null : h("p", { class: "was" }, h("span", { class: "unseen" }, "was: "), first), after === undefined ? null : h("p", { class: "is" }, h("span", { class: "unseen" }, "is now: "), second)];
    }), places.length > 100 ? h("p", { class: "where" }, `and ${places.length - 100} more`) : null);
}

function collect(was, is, path, places) {
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
    if (!isObject(was) || !isObject(is)) return places.push({ path, before: was, after: is });
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) collect(was[key], is[key], `${path}/${key}`, places);
}

const written = (value) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 1));

/** The words before and after what differs stand plain, and what differs is marked. */
function marked(before, after) {
    const [old, now] = [words(written(before)), words(written(after))];
    let start = 0, end = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
    while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
    return [old, now].map((list) => {
        const middle = list.slice(start, list.length - end).join("");
        return [visible(list.slice(0, start).join("")), middle && h("mark", {}, visible(middle)), visible(list.slice(list.length - end).join(""))];
    });
}

const words = (text) => text.split(/(\s+)/);
