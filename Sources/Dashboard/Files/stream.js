import { fields } from "./api.js";

/**
 * Follows events until it is told to stop; begins again by itself, where it left off, when the daemon is gone for a while.
 * With fetch and not EventSource, which can neither send a token nor say why it failed.
 */
export function follow(path, { event, open, lost, refused }) {
    let last = null, pause = 500, ended = false, controller = null, timer = null;

    async function run() {
        controller = new AbortController();
        try {
            const headers = { accept: "text/event-stream", ...fields() };
            if (last !== null) headers["last-event-id"] = last;
            const answer = await fetch(path, { headers, signal: controller.signal, cache: "no-store" });
            // A token that is good no more will not be by asking again.
            if (answer.status === 401 && refused) { ended = true; return refused(); }
            if (!answer.ok) throw new Error(`status ${answer.status}`);
            pause = 500;
            open?.();
            await read(answer.body.getReader());
        } catch { /* whatever it was: it is tried again below, unless somebody stopped it */ }
        if (ended) return;
        lost?.();
        timer = setTimeout(run, pause);
        pause = Math.min(pause * 2, 8_000);
    }

    async function read(reader) {
        const decoder = new TextDecoder();
        let rest = "";
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            rest += decoder.decode(value, { stream: true });
            const blocks = rest.split(/\r?\n\r?\n/);
            rest = blocks.pop();
            for (const block of blocks) tell(block);
        }
    }

    function tell(block) {
        let data = "";
        for (const line of block.split(/\r?\n/)) {
            if (line.startsWith("data:")) data += (data && "\n") + line.slice(5).replace(/^ /, "");
            else if (line.startsWith("id:")) last = line.slice(3).trim();
        }
        if (!data) return;
        let value = null;
        try { value = JSON.parse(data); } catch { return; }
        event(value);
    }

    run();
    return () => { ended = true; clearTimeout(timer); controller?.abort(); };
}
