import { h, fillWith, copyable } from "./dom.js";
import { get } from "./api.js";
import { failure } from "./integrations.js";

/** What to put where, so that a client reaches the tools of a role: as `openwork export` says it. */
export function snippets(role) {
    const place = h("div", { class: "snippets" }, h("p", { class: "quiet" }, "Asking what clients want to be told…"));
    get(`/api/roles/${encodeURIComponent(role)}/clients`).then(({ clients }) => draw(place, clients), (error) => fillWith(place, failure(error)));
    return place;
}

function draw(place, clients) {
    const body = h("div", {});
    // The clients that are told by a command come first: nothing is copied into a file by hand.
    const list = [...clients.filter((one) => one.command), ...clients.filter((one) => !one.command)];
    const show = (one) => fillWith(body,
        one.command && [h("p", { class: "quiet" }, "In a terminal"), copyable(one.command), h("p", { class: "quiet" }, "or in ", h("code", {}, one.file))],
        !one.command && h("p", { class: "quiet" }, "In ", h("code", {}, one.file)),
        copyable(one.text), h("p", { class: "quiet" }, `Then ${one.renewal}.`));
    const group = h("div", { class: "segments", role: "group", "aria-label": "Client" }, list.map((one, index) =>
        h("button", { type: "button", "aria-pressed": String(index === 0), on: { click: (event) => { for (const other of group.children) other.setAttribute("aria-pressed", String(other === event.currentTarget)); show(one); } } }, one.name)));
    if (list.length) show(list[0]);
    fillWith(place, group, body);
}
