// Before anything is painted: the theme that somebody chose here.
(() => {
    let chosen = null;
    try { chosen = localStorage.getItem("openwork-theme"); } catch { /* storage may be forbidden: the system's theme stays */ }
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
