import { s } from "./dom.js";

const lines = {
    connected: ["M5 12.5 10 17.5 19.5 7"],
    degraded: ["M12 6v7.5", "M12 17.6v.2"],
    disconnected: ["M7 7 17 17", "M17 7 7 17"],
    unknown: ["M9 9.2a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1-1.4 2.1", "M12 17.6v.2"],
    off: ["M8 12h8"],
    sun: ["M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8", "M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8"],
    moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"],
    auto: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18", "M12 3v18"],
    search: ["M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13", "M15.5 15.5 20 20"],
    close: ["M6 6 18 18", "M18 6 6 18"],
    plus: ["M12 5v14", "M5 12h14"],
    grid: ["M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"],
    people: ["M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7", "M2.5 19.5c.6-3.4 3.2-5 6.5-5s5.900 1.600 6.500 5", "M15.500 5.400a3.500 3.500 0 0 1 0 6.400M18 15c2 .7 3.200 2.200 3.500 4.500"],
    pulse: ["M3 12h4l2.500-7 5 14 2.500-7h4"],
    shield: ["M12 3 5 5.500v6c0 4.500 3 7.500 7 9.500 4-2 7-5 7-9.500v-6z", "M8.500 12l2.500 2.500 4.500-5"],
    wand: ["M4 20 15 9", "M17 3v4M15 5h4M20 11v3M18.500 12.500h3M9 3v3M7.500 4.500h3"],
    arrow: ["M5 12h14", "M13 6l6 6-6 6"],
};

/** A line drawing in the size of the text; it says nothing to those who hear the page. */
export function icon(name, kind = "icon") {
    const paths = (lines[name] ?? lines.unknown).map((d) => s("path", { d }));
    return s("svg", { class: kind, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, paths);
}

/** The state as a coloured disc with its sign. */
export const stateIcon = (state) => s("svg", { class: `state-icon ${state}`, viewBox: "0 0 24 24", role: "img", "aria-label": state },
    s("circle", { cx: 12, cy: 12, r: 12 }), (lines[state] ?? lines.unknown).map((d) => s("path", { d })));
