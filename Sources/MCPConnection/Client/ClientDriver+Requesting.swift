import JSON
import MCP
import Synchronization

extension ClientDriver {
    /// Makes a request and waits for its end; cancelling the task gives it up and tells the server.
    func request(
        _ method: String,
        params: Members?,
        options: RequestOptions,
        onProgress: (@Sendable (Progress) -> Void)?
    ) async -> RequestOutcome {
        var options = options
        if onProgress != nil { options.wantsProgress = true }
        let (id, effects) = state.withLock { state in
            let (id, actions) = state.session.request(method, params: params, options: options)
            if let onProgress { state.progressHandlers[id] = onProgress }
            return (id, state.absorb(actions))
        }
        for effect in effects { perform(effect) }
        outbox.sendSoon()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = state.withLock { $0.wait(for: id, continuation) }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            handle { $0.cancel(id, reason: "The caller no longer wants it") }
            outbox.sendSoon()
        }
    }

    /// Sends a notification and waits until it is written; dropped while there is no session.
    func notify(_ notification: MCP.Notification) async {
        handle { $0.notify(notification) }
        await outbox.waitUntilSent()
    }

    /// Writes a message the session knows nothing about, and waits until it is written or can no longer be.
    func send(_ message: [UInt8]) async {
        outbox.append(message)
        await outbox.waitUntilSent()
    }
}
