"use strict";
(() => {
    const root = document.documentElement;
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const one = (selector) => document.querySelector(selector);

    // The theme: the system's until somebody chooses, and then remembered where that is allowed.
    const theme = one("#theme");
    const remembered = (value) => {
        try {
            if (value) localStorage.setItem("openwork-theme", value);
            return localStorage.getItem("openwork-theme");
        } catch {
            return null;
        }
    };
    const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const nameTheme = () => { theme.textContent = isDark() ? "Light theme" : "Dark theme"; };
    if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
    theme.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark";
        remembered(root.dataset.theme);
        nameTheme();
    });
    nameTheme();
    theme.hidden = false;

    // The filters: words, a group and verdicts; what is left is counted.
    const search = one("#search");
    const group = one("#group");
    const tiles = all(".tile");
    const cards = all(".card");
    const rows = all(".rows tbody tr");
    const parts = all("#rows > .part");
    const titles = new Map(parts.map((part) => [part, part.querySelector("summary b").textContent.toLowerCase()]));
    let texts = null;
    const textOf = (row) => {
        texts ??= new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
        return texts.get(row);
    };
    const filter = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        const verdicts = tiles.filter((tile) => tile.getAttribute("aria-pressed") === "true").map((tile) => tile.dataset.verdict);
        const isActive = words.length > 0 || verdicts.length > 0 || group.value !== "";
        const fits = (element, verdict, text) =>
            (!group.value || element.dataset.group === group.value)
            && (verdicts.length === 0 || verdicts.includes(verdict))
            && words.every((word) => text.includes(word));
        for (const card of cards) card.hidden = isActive && !fits(card, card.dataset.verdict, card.dataset.text);
        for (const kind of all(".kind")) {
            let next = kind.nextElementSibling;
            let left = 0;
            while (next?.matches(".card")) { left += next.hidden ? 0 : 1; next = next.nextElementSibling; }
            kind.hidden = left === 0;
            kind.querySelector(".count").textContent = left;
        }
        const findings = one("#findings");
        if (findings) findings.hidden = cards.every((card) => card.hidden);
        let shown = 0;
        for (const part of parts) {
            let left = 0;
            for (const table of all(".rows", part)) {
                let own = 0;
                const subject = table.previousElementSibling;
                const name = titles.get(part) + " " + subject.textContent.toLowerCase() + " ";
                for (const row of table.tBodies[0].rows) {
                    row.hidden = isActive && !fits(row, row.classList[0], name + (words.length ? textOf(row) : ""));
                    own += row.hidden ? 0 : 1;
                }
                table.hidden = subject.hidden = own === 0;
                left += own;
            }
            part.hidden = left === 0;
            shown += left;
            const line = one(`.matrix tr[data-part="${part.id}"]`);
            if (line) line.hidden = part.hidden;
        }
        const left = parts.filter((part) => !part.hidden);
        if (isActive && left.length <= 3) for (const part of left) part.open = true;
        for (const cell of all(".matrix [data-group]")) cell.hidden = group.value !== "" && cell.dataset.group !== group.value;
        for (const check of all(".about")) check.hidden = group.value !== "" && check.dataset.group !== group.value;
        one("#shown").textContent = isActive ? `${shown} of ${rows.length} checks` : "";
        one("#clear").disabled = !isActive;
    };
    let pending = 0;
    const soon = () => { clearTimeout(pending); pending = setTimeout(filter, 120); };
    search.addEventListener("input", soon);
    group.addEventListener("change", filter);
    for (const tile of tiles) {
        tile.addEventListener("click", () => {
            tile.setAttribute("aria-pressed", String(tile.getAttribute("aria-pressed") !== "true"));
            filter();
        });
    }
    const clear = () => {
        search.value = "";
        group.value = "";
        for (const tile of tiles) tile.setAttribute("aria-pressed", "false");
        filter();
    };
    one("#clear").addEventListener("click", clear);
    one("#clear").disabled = true;
    document.addEventListener("keydown", (event) => {
        if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.matches("input, select, textarea")) {
            event.preventDefault();
            search.focus();
        }
        if (event.key === "Escape" && event.target === search) clear();
    });
    one("#filters").hidden = false;

    // What an address points to is unfolded.
    const unfold = () => {
        const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
        if (!target) return;
        for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
        target.scrollIntoView({ block: "start" });
    };
    addEventListener("hashchange", unfold);
    unfold();

    // A command is copied, where the browser lets us.
    if (navigator.clipboard) {
        for (const button of all(".copy")) {
            button.hidden = false;
            button.addEventListener("click", async () => {
                await navigator.clipboard.writeText(button.previousElementSibling.textContent);
                button.textContent = "Copied";
                setTimeout(() => { button.textContent = "Copy"; }, 1500);
            });
        }
    }
})();
