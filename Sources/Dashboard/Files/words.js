// What states, tiers and causes are called, and what can be done about them.

export const states = ["connected", "degraded", "disconnected", "unknown"];

export const stateWords = {
    connected: "Connected", degraded: "Degraded", disconnected: "Disconnected", unknown: "Unknown", off: "Off",
};

/** What an integration looks like to somebody who sees the card: what is switched off has no state. */
export const face = (row) => (row.enabled ? row.state : "off");

export const tiers = {
    P0: ["P0", "What every team needs first"],
    P1: ["P1", "What many teams add"],
    P2: ["P2", "Open to contribution"],
    own: ["Yours", "Added on this machine"],
};

export const tierOf = (row) => (row.tier && tiers[row.tier] ? row.tier : "own");

export const sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

export const plural = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;

const login = new Set(["credential_expired"]);
const settings = new Set(["credential_missing", "credential_invalid", "scope_insufficient", "not_configured"]);
const process = new Set(["exited", "spawn_failed", "timeout", "closed", "protocol_error", "not_mcp", "crash_loop"]);

/** The next thing to do about an integration: what the button says, and where it leads or what it does. */
export function nextAction(row) {
    const code = row.reason.code;
    if (!row.enabled) {
        return code === "disabled" ? { label: "Switch on", act: "enable" } : { label: "Set up", pane: "configure" };
    }
    if (row.state === "connected") return { label: "Test", act: "test", quiet: true };
    if (login.has(code)) return { label: "Renew the credential", pane: "configure" };
    if (code === "scope_insufficient") return { label: "Give it the permission", pane: "configure" };
    if (settings.has(code)) return { label: code === "credential_invalid" ? "Replace the credential" : "Enter the credential", pane: "configure" };
    if (process.has(code)) return { label: "Restart", act: "restart" };
    return { label: "Test again", act: "test" };
}

/** What was done to an integration, in the past tense. */
export const deeds = { test: "tested", restart: "restarted", enable: "switched on", disable: "switched off", rollback: "rolled back", install: "installed", upgrade: "upgraded" };

/** The command of a hint such as "check X: openwork configure x": what stands behind the last colon. */
export function command(action) {
    const match = /openwork [a-z].*$/.exec(action ?? "");
    return match ? match[0] : null;
}
