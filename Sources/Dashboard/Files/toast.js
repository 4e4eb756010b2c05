import { h, button } from "./dom.js";
import { icon } from "./icons.js";

/** Says something for a few seconds; what went wrong stays until it is put away. */
export function say(text, { bad = false, fix = "" } = {}) {
    const place = document.getElementById("toasts");
    const toast = h("div", { class: bad ? "toast bad" : "toast" },
        h("div", {}, h("p", {}, text), fix && h("p", { class: "quiet" }, fix)),
        button(null, () => toast.remove(), { icon: icon("close"), class: "bare", "aria-label": "Put away" }));
    // A dialog covers everything outside it: what is said has to stand inside then.
    (document.querySelector("dialog[open]") ?? document.body).append(place);
    place.append(toast);
    while (place.children.length > 3) place.firstChild.remove();
    if (!bad) setTimeout(() => toast.remove(), 5_000);
}

export const complain = (error) => { if (error.name !== "AbortError") say(error.message, { bad: true, fix: error.fix }); };
