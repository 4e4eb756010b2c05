// Where the page is: #/view/id/pane?filters. Filters belong to the address, so that a link shows what somebody saw.

export function place() {
    const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
    const [view = "", id = null, pane = null] = path.split("/").map(decode);
    return { view: view || "integrations", id, pane, filters: new URLSearchParams(query) };
}

function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }

export function address({ view, id = null, pane = null, filters = place().filters }) {
    const path = [view, id, pane].filter((part) => part !== null && part !== "").map(encodeURIComponent).join("/");
    const query = filters?.toString() ?? "";
    return `#/${path}${query ? "?" + query : ""}`;
}

/** Goes there; what is typed letter by letter replaces the address and fills no history. */
export function go(where, { replace = false } = {}) {
    const to = address(where);
    if (to === location.hash) return;
    if (replace) {
        history.replaceState(null, "", to);
        dispatchEvent(new HashChangeEvent("hashchange"));
    } else {
        location.hash = to;
    }
}
