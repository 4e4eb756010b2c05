// Everything that is asked of the daemon goes through here.

/** What the daemon refused, with what to do about it. */
export class Refused extends Error {
    constructor(status, problem) {
        super(problem.detail ?? `the daemon answered with status ${status}`);
        this.status = status;
        this.code = problem.code ?? "unknown";
        this.fix = problem.fix ?? "";
        this.faults = problem.faults ?? [];
    }
}

export class Unreachable extends Error {
    constructor() { super("the daemon does not answer"); this.fix = "start it, or wait: this page goes on by itself"; this.faults = []; }
}

let bearer = null;
try { bearer = sessionStorage.getItem("openwork-token"); } catch { /* without storage the token is asked for again */ }

/** A daemon that is bound to more than loopback wants a token. */
export function keepToken(text) {
    bearer = text;
    try { sessionStorage.setItem("openwork-token", text); } catch { /* it is kept until the page is left */ }
}

/** The token is known nowhere in this window any more. */
export function forgetToken() {
    bearer = null;
    try { sessionStorage.removeItem("openwork-token"); } catch { /* then there is none in it */ }
}

export const hasToken = () => bearer !== null;

export const fields = () => (bearer ? { authorization: `Bearer ${bearer}` } : {});

async function ask(method, path, body, signal) {
    const init = { method, headers: { accept: "application/json", ...fields() }, signal, cache: "no-cache" };
    if (method !== "GET") {
        init.headers["content-type"] = "application/json";
        init.body = body === undefined ? "" : JSON.stringify(body);
    }
    let answer;
    try { answer = await fetch(path, init); } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new Unreachable();
    }
    if (answer.status === 204) return null;
    let value = null;
    try { value = await answer.json(); } catch { /* the status says enough */ }
    if (!answer.ok) throw new Refused(answer.status, value ?? {});
    return value;
}

export const get = (path, signal) => ask("GET", path, undefined, signal);
export const post = (path, body) => ask("POST", path, body);
export const put = (path, body) => ask("PUT", path, body);
export const remove = (path) => ask("DELETE", path);

/** The address of an integration, or of something of it. */
export const at = (id, word) => `/api/integrations/${encodeURIComponent(id)}${word ? "/" + word : ""}`;
