import { h, fillWith, button } from "./dom.js";
import { at } from "./api.js";
import { follow } from "./stream.js";
import { hour } from "./time.js";

const limit = 2_000;

/** What the server writes to its standard error, as it comes. */
export function log(body, { id }) {
    const lines = h("div", { class: "lines", role: "log", "aria-label": "Lines of the log", "aria-live": "off", tabindex: "0" });
    const note = h("p", { class: "quiet", role: "status" }, "Waiting for lines…");
    let holds = false;
    const pause = button("Hold", () => { holds = !holds; pause.lastChild.textContent = holds ? "Go on" : "Hold"; pause.setAttribute("aria-pressed", String(holds)); if (!holds) lines.scrollTop = lines.scrollHeight; }, { class: "small", "aria-pressed": "false" });
    const find = h("input", { type: "search", placeholder: "Find in the log", "aria-label": "Find in the log", on: { input: () => { for (const line of lines.children) sift(line); } } });
    const sift = (line) => { line.hidden = Boolean(find.value) && !line.textContent.toLowerCase().includes(find.value.toLowerCase()); };
    fillWith(body, h("div", { class: "row spread" }, find, pause), note, lines);
    let isFresh = true;
    return follow(`${at(id, "logs/follow")}?lines=300`, {
        open: () => { note.textContent = "Live. Secrets are taken out before anything is kept."; isFresh = true; },
        lost: () => { note.textContent = "The line is down; it is tried again."; },
        event: ({ at: moment, text }) => {
            // After a break everything that is kept comes once more.
            if (isFresh) { lines.replaceChildren(); isFresh = false; }
            const line = h("div", { class: text.startsWith("— ") ? "line note" : "line" }, h("time", {}, moment ? hour(moment) : ""), h("span", {}, text));
            sift(line);
            lines.append(line);
            while (lines.children.length > limit) lines.firstChild.remove();
            if (!holds) lines.scrollTop = lines.scrollHeight;
        },
    });
}
