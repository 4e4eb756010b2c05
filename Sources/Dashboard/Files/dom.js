// The only way in which this page makes elements: names stand in the source, and texts are texts, never markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, props, children) {
    for (const [key, value] of Object.entries(props ?? {})) {
        if (value === null || value === undefined || value === false) continue;
        if (key === "on") for (const [name, act] of Object.entries(value)) element.addEventListener(name, act);
        else if (key === "data") Object.assign(element.dataset, value);
        else if (key === "value" || key === "checked" || key === "disabled") element[key] = value;
        else element.setAttribute(key, value === true ? "" : String(value));
    }
    add(element, children);
    return element;
}

export function add(element, children) {
    for (const child of children.flat(9)) {
        if (child === null || child === undefined || child === false) continue;
        element.append(child instanceof Node ? child : String(child));
    }
    return element;
}

/** An element: h("p", {class: "quiet"}, "text", more). */
export const h = (name, props, ...children) => fill(document.createElement(name), props, children);

/** The same for pictures. */
export const s = (name, props, ...children) => fill(document.createElementNS(SVG, name), props, children);

/** Puts other children in the place of those that are there; what had the focus keeps it by its data-key. */
export function fillWith(element, ...children) {
    const active = document.activeElement;
    const key = active && element.contains(active) ? active.dataset.key : null;
    element.replaceChildren();
    add(element, children);
    if (key) element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    return element;
}

/** A link to somebody else's page; none for what is no address of the web. */
export function outside(address, ...children) {
    let url = null;
    try { url = new URL(address); } catch { return null; }
    if (url.protocol !== "https:" && url.protocol !== "http:") return null;
    return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", class: "outside" }, ...children);
}

export function button(label, act, props = {}) {
    const { icon: picture, ...rest } = props;
    return h("button", { type: "button", ...rest, on: { click: act } }, picture, label && h("span", {}, label));
}

/** Says while something goes on that it does, and keeps it from being asked for twice. */
export async function busy(element, act) {
    element.disabled = true;
    element.setAttribute("aria-busy", "true");
    try { return await act(); } finally {
        element.disabled = false;
        element.removeAttribute("aria-busy");
    }
}

export function copyable(text, label = "Copy") {
    const copy = button(label, async () => {
        try { await navigator.clipboard.writeText(text); copy.lastChild.textContent = "Copied"; }
        catch { copy.lastChild.textContent = "Select it and copy"; }
        setTimeout(() => { copy.lastChild.textContent = label; }, 1600);
    }, { class: "small" });
    return h("div", { class: "copyable" }, h("pre", { tabindex: "0" }, h("code", {}, text)), copy);
}
