import { get, at } from "./api.js";
import { follow } from "./stream.js";

/** What this page knows of the daemon, and who wants to hear when that changes. */
export const known = { integrations: new Map(), roles: [], faults: [], trends: new Map(), live: "connecting", loaded: false, error: null, news: [] };

const listeners = new Set();

/** Called with what changed: an id, "all", "roles", "live" or "trends"; gives a way to stop it. */
export function listen(act) {
    listeners.add(act);
    return () => listeners.delete(act);
}

const tell = (what) => { for (const act of [...listeners]) act(what); };

export const integration = (id) => known.integrations.get(id);
export const all = () => [...known.integrations.values()];

/** Everything anew, page by page, so that the first cards stand before the last have come. */
export async function load() {
    try {
        let path = "/api/integrations?limit=250";
        const fresh = new Map();
        while (path) {
            const page = await get(path);
            for (const row of page.integrations) fresh.set(row.id, row);
            path = page.next ? `/api/integrations?limit=250&after=${encodeURIComponent(page.next)}` : null;
            known.error = null;
            if (!known.loaded) { known.integrations = new Map(fresh); tell("all"); }
        }
        known.integrations = fresh;
        known.loaded = true;
        known.error = null;
        tell("all");
        await Promise.all([loadRoles(), loadTrends(), loadFaults()]);
    } catch (error) {
        known.error = error;
        tell("all");
    }
}

async function loadRoles() {
    known.roles = (await get("/api/roles")).roles;
    tell("roles");
}

export async function loadTrends() {
    const { latencies } = await get("/api/latencies?points=30");
    known.trends = new Map(latencies.map((one) => [one.integration, one.points]));
    tell("trends");
}

async function loadFaults() {
    const status = await get("/api/status");
    known.faults = status.faults;
    for (const row of status.integrations) Object.assign(known.integrations.get(row.id) ?? {}, row);
    tell("status");
}

/** One integration anew; what an answer already brought is taken from there. */
export async function refresh(id, row = null) {
    try {
        const fresh = await get(at(id));
        known.integrations.set(id, fresh);
    } catch (error) {
        if (error.status === 404) known.integrations.delete(id);
        else if (row) Object.assign(known.integrations.get(id) ?? {}, row);
    }
    tell(id);
}

const waiting = new Map();
function soon(key, act) {
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(() => { waiting.delete(key); act().catch(() => { /* the stream tells when the daemon is back */ }); }, 150));
}

function happened(event) {
    known.news.unshift(event);
    known.news.length = Math.min(known.news.length, 200);
    tell("news");
    if (event.kind === "gap" || (event.kind === "registry" && !event.integration)) return soon("all", load);
    if (event.integration) soon(event.integration, () => refresh(event.integration));
    if (event.kind === "role" || event.kind === "state" || event.kind === "registry") soon("roles", loadRoles);
    if (event.kind === "state") soon("trends", loadTrends);
}

function live(word) {
    if (known.live === word) return;
    known.live = word;
    tell("live");
}

/** Follows what happens as long as somebody looks: a hidden page holds no connection. */
export function start() {
    let stop = null, wasLost = false;
    const begin = () => {
        stop ??= follow("/api/events", {
            event: happened,
            // What was missed meanwhile is asked for anew: another daemon may answer now.
            open: () => { live("live"); if (wasLost || known.error) load(); wasLost = false; },
            lost: () => { wasLost = true; live("lost"); },
            refused: () => { stop = null; wasLost = true; live("closed"); if (known.error?.status !== 401) load(); },
        });
    };
    const end = () => { stop?.(); stop = null; };
    document.addEventListener("visibilitychange", () => {
        if (document.hidden) return end();
        wasLost = true;
        begin();
    });
    // Whoever gave a token is let in where the line was closed before.
    listen((what) => { if (what === "all" && !known.error && !document.hidden) begin(); });
    load();
    begin();
    // Contacts that change no state send no event; their age and latency are asked for now and then.
    setInterval(() => { if (!document.hidden && known.live === "live") soon("status", () => Promise.all([loadFaults(), loadTrends()])); }, 20_000);
}
