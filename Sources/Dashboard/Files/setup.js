import { h, fillWith, button } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { known, integration, listen } from "./store.js";
import { configureForm } from "./configure.js";
import { readiness } from "./roles.js";
import { snippets } from "./snippets.js";
import { go, place, address } from "./route.js";
import { face, plural } from "./words.js";

const memory = "openwork-setup";
const recall = () => { try { return { roles: [], skipped: [], ...JSON.parse(localStorage.getItem(memory) ?? "{}") }; } catch { return { roles: [], skipped: [] }; } };
let plan = recall();
const keep = () => { try { localStorage.setItem(memory, JSON.stringify(plan)); } catch { /* then the plan lasts as long as the page */ } };

/** From nothing to agents that work: roles, then one integration after another, then the clients. */
export function setup(main) {
    plan = recall();
    const side = h("aside", { class: "steps", "aria-label": "Steps" });
    const body = h("section", { class: "stage" });
    fillWith(main, h("section", { class: "hero" }, h("h1", {}, "Set up your team"), h("p", { class: "lead" }, "Each credential is proven by a real call before the next one. Skip what you lack, and come back whenever you like: nothing is lost.")), h("div", { class: "wizard" }, side, body));
    let shown = null;

    const wanted = () => {
        const ids = known.roles.filter((role) => plan.roles.includes(role.id)).flatMap((role) => role.integrations);
        const seen = new Map();
        for (const member of ids) seen.set(member.id, seen.get(member.id) || member.required);
        return [...seen].map(([id, required]) => ({ id, required, row: integration(id) })).filter((one) => one.row);
    };
    const isDone = ({ row }) => row.enabled && ["connected", "degraded"].includes(row.state);
    const to = (step) => go({ view: "setup", id: step, filters: null });
    const next = (id) => {
        const list = wanted();
        const start = list.findIndex((one) => one.id === id) + 1;
        const open = [...list.slice(start), ...list.slice(0, start)].find((one) => one.id !== id && !isDone(one) && !plan.skipped.includes(one.id));
        to(open?.id ?? "finish");
    };

    function drawSide() {
        const list = wanted();
        const now = place().id ?? "roles";
        const item = (step, sign, title, state) => h("li", {}, h("a", { href: address({ view: "setup", id: step, filters: null }), "aria-current": step === now ? "step" : null, class: state, data: { key: `step-${step}` } }, sign, h("span", {}, title)));
        const proven = list.filter(isDone).length;
        fillWith(side, h("ol", {}, item("roles", icon("people"), plan.roles.length ? plural(plan.roles.length, "role") : "Roles", ""),
            list.map((one) => item(one.id, isDone(one) ? stateIcon("connected") : plan.skipped.includes(one.id) ? stateIcon("off") : stateIcon(one.row.enabled ? face(one.row) : "unknown"), one.row.name, plan.skipped.includes(one.id) ? "skipped" : "")),
            item("finish", icon("arrow"), "Connect agents", "")),
            list.length ? h("p", { class: "quiet" }, `${proven} of ${list.length} proven`) : null);
    }

    function drawBody(force = false) {
        const now = place().id ?? "roles";
        if (shown === now && !force) return;
        shown = now;
        const one = wanted().find((entry) => entry.id === now);
        // The roles may not have come yet: then it is drawn again when they have.
        if (!one && !["roles", "finish"].includes(now)) shown = null;
        if (one) return drawOne(one);
        if (now === "finish") return drawFinish();
        drawRoles();
    }

    function drawRoles() {
        fillWith(body, h("h2", {}, "Which agents do you have?"), h("p", { class: "quiet" }, "Pick the roles; what each needs comes next."),
            h("div", { class: "picks" }, known.roles.map((role) => h("label", { class: "pick" },
                h("input", { type: "checkbox", checked: plan.roles.includes(role.id), data: { key: `pick-${role.id}` }, on: { change: (event) => { plan.roles = event.target.checked ? [...plan.roles, role.id] : plan.roles.filter((id) => id !== role.id); keep(); drawSide(); go.disabled = !plan.roles.length; } } }),
                h("div", {}, h("b", {}, role.name), h("p", {}, role.description), h("p", { class: "quiet" }, plural(role.integrations.length, "integration")))))));
        const go = button("Continue", () => next(null), { class: "primary", icon: icon("arrow"), disabled: !plan.roles.length });
        body.append(h("div", { class: "row" }, go));
    }

    function drawOne({ id, row, required }) {
        const users = known.roles.filter((role) => plan.roles.includes(role.id) && role.integrations.some((member) => member.id === id)).map((role) => role.name);
        const onward = h("div", { class: "row" });
        const drawOnward = () => fillWith(onward,
            isDone({ row: integration(id) }) ? button("Next", () => next(id), { class: "primary", icon: icon("arrow") }) : button("Skip for now", () => { plan.skipped = [...new Set([...plan.skipped, id])]; keep(); next(id); }),
            h("a", { class: "button ghost", href: address({ view: "integrations", id, filters: null }) }, "Everything about it"));
        drawOnward();
        fillWith(body, h("div", { class: "titles" }, h("h2", {}, row.name), h("p", { class: "quiet" }, `${users.join(", ")} · ${required ? "required" : "optional"}`)), h("p", { class: "about" }, row.description),
            isDone({ row }) && h("div", { class: "told connected" }, stateIcon("connected"), h("div", {}, h("b", {}, "It works already"), h("p", {}, "Go on, or set something anew below."))),
            configureForm(row, { done: (result) => { plan.skipped = plan.skipped.filter((other) => other !== id); keep(); drawSide(); drawOnward(); if (["connected", "degraded"].includes(result.state)) onward.querySelector("button")?.focus(); } }), onward);
    }

    function drawFinish() {
        const picked = known.roles.filter((role) => plan.roles.includes(role.id));
        const list = picked.length ? picked : known.roles;
        fillWith(body, h("h2", {}, list.every((role) => role.ready) ? "Your team is ready" : "Almost there"), h("ul", { class: "layers" }, list.map(readiness)),
            h("h3", {}, "Connect your agents"), list.map((role) => h("details", { class: "more", open: list.length === 1 }, h("summary", {}, role.name), snippets(role.id))),
            h("div", { class: "row" }, h("a", { class: "button primary", href: "#/integrations" }, "To the dashboard"), button("Choose other roles", () => to("roles"))));
    }

    drawSide(); drawBody();
    const stop = listen((what) => { if (what === "live" || what === "news") return; drawSide(); if (shown === "finish" || (shown === "roles" && what === "roles")) drawBody(true); else if (!shown) drawBody(); });
    const move = () => { drawSide(); drawBody(); body.querySelector("h2")?.scrollIntoView({ block: "nearest" }); };
    addEventListener("hashchange", move);
    return () => { stop(); removeEventListener("hashchange", move); };
}
