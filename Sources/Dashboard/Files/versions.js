import { h, fillWith, button, busy, outside } from "./dom.js";
import { post, remove, at } from "./api.js";
import { integration, known, listen, load, refresh } from "./store.js";
import { perform } from "./card.js";
import { stateIcon } from "./icons.js";
import { say, complain } from "./toast.js";
import { go } from "./route.js";
import { moment } from "./time.js";

const steps = { tools: "Looking for what it needs", environment: "Making its folder", resolve: "Finding out what to fetch", fetch: "Fetching", commit: "Putting it in its place" };

/** What is installed, the way to another version and back, and what can be done to the process. */
export function versions(body, { id }) {
    // Of what goes on now: what began, and since which event.
    let going = null;
    const progress = h("div", { class: "progress", role: "status" });
    const drawProgress = () => {
        if (!going) return fillWith(progress);
        const began = known.news.filter((event) => event.integration === id && event.kind === "install" && event.id > going.after).map((event) => event.details.step).reverse();
        const isThere = began.includes("finished") || began.includes("reused");
        const seen = began.filter((step) => steps[step]);
        fillWith(progress, h("ol", { class: "steps-now" }, seen.map((step, index) => h("li", {}, index < seen.length - 1 || isThere ? stateIcon("connected") : h("span", { class: "spinner", "aria-hidden": "true" }), steps[step])),
            isThere || !seen.length ? h("li", {}, h("span", { class: "spinner", "aria-hidden": "true" }), isThere || going.isBack ? "Starting it, and asking it for its tools" : "Beginning") : null));
    };
    const run = async (act, { isBack = false } = {}) => {
        if (going) return;
        going = { after: known.news[0]?.id ?? -1, isBack };
        draw();
        drawProgress();
        try { await act(); } finally { going = null; drawProgress(); draw(); }
    };
    const draw = () => {
        const row = integration(id);
        if (!row || body.contains(document.activeElement) && document.activeElement.tagName === "INPUT") return;
        const chosen = row.servers.find((server) => server.chosen);
        const version = h("input", { id: "version", type: "text", placeholder: row.install?.version ?? chosen?.version ?? "1.2.3", autocomplete: "off", spellcheck: "false", "aria-describedby": "version-help" });
        fillWith(body,
            h("h3", {}, "Installed"),
            row.install ? h("p", {}, h("b", {}, row.install.version), ` of ${row.install.server}, since ${moment(row.install.at)}`) : h("p", { class: "quiet" }, chosen?.kind === "remote" ? "It is a remote server: there is nothing to install." : chosen?.kind === "skill" ? (/[./]/.test(chosen.package ?? "") ? "It is read from a file: there is nothing to install." : "It is built in: it comes with OpenWork.") : "Nothing is installed."),
            h("h3", {}, "Another version"),
            h("form", { class: "upgrade", on: { submit: (event) => { event.preventDefault(); const wanted = version.value.trim(); version.blur(); run(() => upgrade(row, wanted)); } } },
                h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "version" }, "Version")), h("div", { class: "input" }, version, h("button", { type: "submit", class: "small primary", disabled: Boolean(going) }, h("span", {}, "Upgrade"))), h("p", { class: "quiet", id: "version-help" }, "It is installed beside the present one, proven, and taken back by itself when it does not start."))),
            progress,
            row.install?.previous ? h("p", {}, button(`Roll back to ${row.install.previous}`, () => run(() => rollBack(row), { isBack: true }), { disabled: Boolean(going) })) : h("p", { class: "quiet" }, "There is no version to roll back to."),
            h("h3", {}, "Ways to reach it"),
            h("ul", { class: "servers" }, row.servers.map((server) => h("li", {}, h("b", {}, server.id), h("span", { class: "flag" }, server.kind), server.package && h("code", {}, server.package), server.version && h("span", { class: "quiet" }, server.version), server.chosen && h("span", { class: "flag set" }, "in use")))),
            h("h3", {}, "Process"),
            h("div", { class: "row" }, row.enabled ? [button("Restart", (event) => perform(row, "restart", event.currentTarget)), button("Switch off", (event) => perform(row, "disable", event.currentTarget))] : button("Switch on", (event) => perform(row, "enable", event.currentTarget)), away(row)));
    };
    async function upgrade(row, version) {
        try {
            const verdict = await post(at(id, "upgrade"), version ? { version } : {});
            tell(row, verdict, verdict.done === "rolled_back" ? verdict.steps.at(-1) : `${row.name} was upgraded`);
            await refresh(id, verdict);
        } catch (error) { complain(error); }
    }
    async function rollBack(row) {
        try {
            const verdict = await post(at(id, "rollback"));
            tell(row, verdict, `${row.name} is ${verdict.steps?.at(-1) ?? "back"}`);
            await refresh(id, verdict);
        } catch (error) { complain(error); }
    }
    draw();
    return listen((what) => { if (what === "news") drawProgress(); else if (what === id || what === "all") draw(); });
}

const tell = (row, verdict, words) => say(`${words}: ${verdict.reason.message}`, { bad: verdict.done === "rolled_back" && !/^back/.test(verdict.steps?.at(-1) ?? "") || verdict.state === "disconnected", fix: verdict.state === "disconnected" ? verdict.reason.action : "" });

/** Takes two clicks: it cannot be undone. */
function away(row) {
    let isSure = false;
    const element = button("Forget its settings…", async () => {
        if (!isSure) {
            isSure = true;
            element.classList.add("danger");
            element.lastChild.textContent = row.custom ? "Really: forget the integration and its secrets" : "Really: forget its settings and secrets";
            return;
        }
        await busy(element, async () => {
            try { await remove(at(row.id)); say(`${row.name} was forgotten`); if (row.custom) go({ view: "integrations" }); await load(); } catch (error) { complain(error); }
        });
    });
    return element;
}
