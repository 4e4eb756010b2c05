import { h, button, busy, outside } from "./dom.js";
import { get, post, at } from "./api.js";
import { complain } from "./toast.js";
import { listen, integration } from "./store.js";

/** The button that logs in at the vendor, where an integration can be reached that way. */
export function logIn(row, done) {
    if (!row.servers.some((server) => server.kind === "remote") && !row.login) return null;
    const next = h("p", { class: "quiet", role: "status" });
    const start = button("Log in", (event) => busy(event.currentTarget, async () => {
        try {
            const answer = await post(at(row.id, "oauth/start"), {});
            const address = answer.authorizationUrl ?? answer.url ?? answer.address;
            const link = outside(address, "Go on at the vendor");
            next.replaceChildren(link ?? "The vendor gave no address to go to.", link ? ". This page notices when you are back." : "");
            link?.click();
            const stop = listen(async (what) => {
                if (what !== row.id) return;
                const login = await get(at(row.id, "oauth")).catch(() => null);
                if (!login?.loggedIn || !next.isConnected) return;
                stop();
                next.textContent = "You are logged in.";
                done(integration(row.id));
            });
        } catch (error) {
            complain(error.status === 404 && error.code === "not_found" ? Object.assign(error, { message: "this daemon cannot log in yet" }) : error);
        }
    }), { class: "primary" });
    return h("div", { class: "login" }, h("div", {}, h("b", {}, "Log in with the vendor"), h("p", { class: "quiet" }, "No key to copy: you allow it at the vendor, and come back here.")), start, next);
}
