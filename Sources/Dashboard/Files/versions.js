import { h, fillWith, button, busy, outside } from "./dom.js";
import { post, remove, at } from "./api.js";
import { integration, listen, load, refresh } from "./store.js";
import { perform } from "./card.js";
import { say, complain } from "./toast.js";
import { go } from "./route.js";
import { moment } from "./time.js";

/** What is installed, the way to another version and back, and what can be done to the process. */
export function versions(body, { id }) {
    const draw = () => {
        const row = integration(id);
        if (!row || body.contains(document.activeElement) && document.activeElement.tagName === "INPUT") return;
        const chosen = row.servers.find((server) => server.chosen);
        const version = h("input", { id: "version", type: "text", placeholder: row.install?.version ?? chosen?.version ?? "1.2.3", autocomplete: "off", spellcheck: "false", "aria-describedby": "version-help" });
        fillWith(body,
            h("h3", {}, "Installed"),
            row.install ? h("p", {}, h("b", {}, row.install.version), ` of ${row.install.server}, since ${moment(row.install.at)}`) : h("p", { class: "quiet" }, chosen?.kind === "remote" ? "It is a remote server: there is nothing to install." : chosen?.kind === "skill" ? "It is built in: it comes with OpenWork." : "Nothing is installed."),
            h("h3", {}, "Another version"),
            h("form", { class: "upgrade", on: { submit: (event) => { event.preventDefault(); upgrade(row, version.value.trim(), event.submitter); } } },
                h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: "version" }, "Version")), h("div", { class: "input" }, version, h("button", { type: "submit", class: "small primary" }, h("span", {}, "Upgrade"))), h("p", { class: "quiet", id: "version-help" }, "It is installed beside the present one, proven, and taken back by itself when it does not start."))),
            row.install?.previous ? h("p", {}, button(`Roll back to ${row.install.previous}`, (event) => perform(row, "rollback", event.currentTarget))) : h("p", { class: "quiet" }, "There is no version to roll back to."),
            h("h3", {}, "Ways to reach it"),
            h("ul", { class: "servers" }, row.servers.map((server) => h("li", {}, h("b", {}, server.id), h("span", { class: "flag" }, server.kind), server.package && h("code", {}, server.package), server.version && h("span", { class: "quiet" }, server.version), server.chosen && h("span", { class: "flag set" }, "in use")))),
            h("h3", {}, "Process"),
            h("div", { class: "row" }, row.enabled ? [button("Restart", (event) => perform(row, "restart", event.currentTarget)), button("Switch off", (event) => perform(row, "disable", event.currentTarget))] : button("Switch on", (event) => perform(row, "enable", event.currentTarget)), away(row)));
    };
    async function upgrade(row, version, element) {
        await busy(element, async () => {
            try {
                const verdict = await post(at(id, "upgrade"), version ? { version } : {});
                say(`${row.name} runs ${verdict.steps?.at(-1) ?? "another version"}`, {});
                await refresh(id, verdict);
                draw();
            } catch (error) { complain(error); }
        });
    }
    draw();
    return listen((what) => { if (what === id || what === "all") draw(); });
}

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
