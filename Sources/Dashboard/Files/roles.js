import { h, fillWith, button, busy, add } from "./dom.js";
import { icon, stateIcon } from "./icons.js";
import { put } from "./api.js";
import { known, all, integration, listen, load } from "./store.js";
import { say, complain } from "./toast.js";
import { place, address } from "./route.js";
import { face, plural, sentence } from "./words.js";
import { snippets } from "./snippets.js";
import { roleExtras } from "./gateway.js";

/** What each agent has, and whether it can do its job now. */
export function roles(main) {
    const draw = () => {
        const { id } = place();
        const opened = new Set([...main.querySelectorAll(".role[open]")].map((one) => one.dataset.id));
        const ready = known.roles.filter((role) => role.ready).length;
        fillWith(main,
            h("section", { class: "hero" }, h("h1", {}, known.roles.length ? `${ready} of ${known.roles.length} roles can do their job` : "Roles"),
                h("p", { class: "lead" }, "An agent connects to one address and has the tools of all its integrations. A role is ready when everything that it requires answers.")),
            h("div", { class: "roles" }, known.roles.map((role) => roleCard(role, role.id === id || opened.has(role.id)))));
    };
    draw();
    // What somebody has begun is not drawn over: news is shown with what comes of it.
    const isBusy = () => main.contains(document.activeElement?.closest("input, textarea, select") ?? null) || [...main.querySelectorAll(".assign select")].some((choice) => choice.value);
    const stop = listen((what) => { if (["roles", "all", "status"].includes(what) && !isBusy()) draw(); });
    addEventListener("hashchange", draw);
    requestAnimationFrame(() => main.querySelector(".role[open]")?.scrollIntoView({ block: "nearest" }));
    return () => { stop(); removeEventListener("hashchange", draw); };
}

const order = { disconnected: 0, degraded: 1, unknown: 2, connected: 3, off: 4 };

function roleCard(role, isOpen) {
    const members = role.integrations.map((member) => ({ ...member, row: integration(member.id) }));
    const good = members.filter(({ row }) => row && row.enabled && ["connected", "degraded"].includes(row.state)).length;
    const inside = h("div", { class: "inside" });
    const element = h("details", { class: `role ${role.ready ? "connected" : "disconnected"}`, open: isOpen, data: { id: role.id }, on: { toggle: () => { if (element.open && !inside.childElementCount) open(inside, role, members); } } },
        h("summary", { data: { key: `role-${role.id}` } }, stateIcon(role.ready ? "connected" : "disconnected"),
            h("div", { class: "titles" }, h("h2", {}, role.name), h("p", { class: "quiet" }, role.description)),
            h("div", { class: "meter" },
                h("b", {}, role.ready ? "Ready" : `Lacks ${role.missing.length === 1 ? integration(role.missing[0])?.name ?? role.missing[0] : plural(role.missing.length, "integration")}`),
                h("div", { class: "dots", "aria-hidden": "true" }, members.map(({ row }) => h("i", { class: row ? face(row) : "off" }))),
                h("small", {}, `${good} of ${members.length} answer`))),
        inside);
    if (isOpen) open(inside, role, members);
    return element;
}

function open(inside, role, members) {
    members.sort((left, right) => order[left.row ? face(left.row) : "off"] - order[right.row ? face(right.row) : "off"]);
    const keep = async (list, words, element) => busy(element, async () => {
        try { await put(`/api/roles/${role.id}`, { integrations: list }); say(words); for (const choice of inside.querySelectorAll(".assign select")) choice.value = ""; await load(); } catch (error) { complain(error); }
    });
    const plain = (list) => list.map(({ id, required }) => ({ id, required }));
    const rest = all().filter((row) => !members.some((member) => member.id === row.id)).sort((left, right) => left.name.localeCompare(right.name));
    const choice = h("select", { id: `assign-${role.id}`, "aria-label": `Integration to assign to ${role.name}` }, h("option", { value: "" }, "Choose an integration"), rest.map((row) => h("option", { value: row.id }, row.name)));
    fillWith(inside,
        h("h3", {}, "Integrations"),
        h("ul", { class: "members" }, members.map((member) => h("li", {},
            stateIcon(member.row ? face(member.row) : "unknown"),
            h("a", { href: address({ view: "integrations", id: member.id, filters: null }) }, member.row?.name ?? member.id),
            h("label", { class: "quiet" }, h("input", { type: "checkbox", checked: member.required, "aria-label": `${role.name} requires ${member.row?.name ?? member.id}`, on: { change: (event) => keep(plain(role.integrations).map((one) => (one.id === member.id ? { ...one, required: event.target.checked } : one)), `${role.name} ${event.target.checked ? "requires" : "can do without"} ${member.id}`, event.target) } }), " required"),
            button(null, (event) => keep(plain(role.integrations).filter((one) => one.id !== member.id), `${member.row?.name ?? member.id} was withdrawn from ${role.name}`, event.currentTarget), { icon: icon("close"), class: "bare small", "aria-label": `Withdraw ${member.row?.name ?? member.id} from ${role.name}` })))),
        h("div", { class: "row assign" }, choice, button("Assign", (event) => choice.value && keep([...plain(role.integrations), { id: choice.value, required: false }], `${choice.value} was assigned to ${role.name}`, event.currentTarget), { class: "small" }),
            role.assigned && button("As its file says", (event) => keep(null, `${role.name} follows its file again`, event.currentTarget), { class: "small ghost" })));
    const more = h("div", {});
    inside.append(more);
    roleExtras(role).then((extras) => add(more, [extras])).catch(() => { /* a daemon without a gateway has nothing more to tell */ });
    add(inside, [h("h3", {}, "Connect an agent"), snippets(role.id)]);
}

export const readiness = (role) => h("li", { class: role.ready ? "connected" : "disconnected" }, stateIcon(role.ready ? "connected" : "disconnected"), h("div", {}, h("b", {}, role.name), h("p", { class: "quiet" }, role.ready ? "can do its job" : `lacks ${role.missing.join(", ")}`)), h("span", { class: "unseen" }, sentence(role.id)));
