import { h, fillWith, button, busy } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { forgetToken, hasToken, keepToken } from "./api.js";
import { known, all, listen, load, start } from "./store.js";
import { integrations } from "./integrations.js";
import { roles } from "./roles.js";
import { activity } from "./activity.js";
import { conformance } from "./conformance.js";
import { setup } from "./setup.js";
import { addServer, contribute } from "./add.js";
import { panel } from "./panel.js";
import { place } from "./route.js";
import { tick } from "./time.js";

const views = {
    integrations: ["Integrations", "grid", integrations], roles: ["Roles", "people", roles], activity: ["Activity", "pulse", activity],
    conformance: ["Conformance", "shield", conformance], setup: ["Setup", "wand", setup], add: [null, null, addServer], contribute: [null, null, contribute],
};

const main = document.getElementById("main");
const themes = ["auto", "light", "dark"];
let view = null, leave = null, token = false;

function draw() {
    const here = place();
    const name = views[here.view] ? here.view : "integrations";
    for (const link of document.getElementById("tabs").children) link.toggleAttribute("aria-current", false);
    document.querySelector(`#tabs [data-view="${name}"]`)?.setAttribute("aria-current", "page");
    document.title = `${views[name][0] ?? (name === "add" ? "Add" : "Contribute")} · OpenWork`;
    const out = document.getElementById("log-out");
    if (out) out.hidden = !hasToken() || known.error?.status === 401;
    if (known.error?.status === 401) return askForToken();
    token = false;
    if (known.loaded || known.integrations.size || known.error) {
        if (view !== name || name === "contribute") {
            leave?.();
            const isFirst = view === null;
            view = name;
            leave = views[name][2](main, here);
            if (!isFirst) { scrollTo(0, 0); main.focus({ preventScroll: true }); }
        }
        panel();
    }
}

function drawBar() {
    fillWith(document.getElementById("tabs"), Object.entries(views).filter(([, [title]]) => title).map(([name, [title, picture]]) => h("a", { href: `#/${name}`, data: { view: name } }, icon(picture), h("span", {}, title))));
    const live = h("p", { class: "live connecting", role: "status" }, h("i", { "aria-hidden": "true" }), h("span", {}, "Connecting"));
    const theme = button(null, () => {
        const next = themes[(themes.indexOf(document.documentElement.dataset.theme ?? "auto") + 1) % themes.length];
        if (next === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = next;
        try { if (next === "auto") localStorage.removeItem("openwork-theme"); else localStorage.setItem("openwork-theme", next); } catch { /* it lasts as long as the page */ }
        drawTheme();
    }, { class: "bare", id: "theme" });
    const drawTheme = () => {
        const now = document.documentElement.dataset.theme ?? "auto";
        theme.replaceChildren(icon({ auto: "auto", light: "sun", dark: "moon" }[now]));
        theme.setAttribute("aria-label", `Theme: ${now === "auto" ? "as the system" : now}`);
        theme.title = theme.getAttribute("aria-label");
    };
    drawTheme();
    const out = button("Log out", () => { forgetToken(); load(); }, { class: "small ghost", id: "log-out", hidden: true });
    fillWith(document.getElementById("tools"), live, out, h("a", { class: "button small", href: "#/add" }, icon("plus"), h("span", {}, "Add")), theme);
    const banner = document.getElementById("banner");
    let late = 0;
    listen((what) => {
        if (what !== "live" && what !== "all") return;
        live.className = `live ${known.live === "live" ? "on" : known.live}`;
        live.lastChild.textContent = { live: "Live", lost: "Reconnecting", connecting: "Connecting", closed: "Closed" }[known.live];
        clearTimeout(late);
        if (known.live === "lost") late = setTimeout(() => { banner.hidden = false; banner.textContent = "The daemon does not answer. What you see is what was known last; this page goes on by itself."; }, 1_500);
        else banner.hidden = true;
    });
}

/** A daemon that others can reach wants a token before it tells anything. */
function askForToken() {
    // Asked already, and answered with one that is none.
    const wrong = hasToken() ? h("div", { class: "told disconnected", role: "alert" }, stateIcon("disconnected"), h("div", {}, h("b", {}, "That is none of its tokens"), h("p", {}, "Each stands on a line of the file that openworkd was started with (--tokens)."))) : null;
    if (token && !wrong) return;
    token = true;
    forgetToken();
    leave?.();
    leave = null;
    view = null;
    panel(null);
    const input = h("input", { id: "token", type: "password", autocomplete: "current-password", required: true });
    const submit = async (event) => { event.preventDefault(); keepToken(input.value.trim()); await busy(event.submitter, load); };
    fillWith(main, h("form", { class: "sheet narrow", on: { submit } }, h("h1", {}, "This daemon wants a token"), h("p", { class: "lead" }, "It can be reached by others. Give one of the tokens of its token file; it is kept until this window is closed."),
        wrong, h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "token" }, "Token")), h("div", { class: "input" }, input)), h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, "Log in"))));
    input.focus();
}

let isFirstRun = true;
listen((what) => {
    if (what !== "all") return;
    // Who comes for the first time is led to the setup; who has looked around is left alone.
    if (isFirstRun && known.loaded) {
        isFirstRun = false;
        if (!location.hash && all().length && all().every((row) => !row.enabled)) location.hash = "#/setup";
    }
    draw();
});
addEventListener("hashchange", draw);
drawBar();
draw();
tick();
start();
