package import JSON
package import MCP

/// The client of a running server, for what belongs to no call: `list_changed`, and requests of the server's own.
package struct ServerPeer: Sendable {
    let driver: ServerDriver

    /// Sends a notification; nothing is sent where the protocol allows none.
    package func notify(_ notification: MCP.Notification) async {
        await driver.tell { $0.notify(notification) }
    }

    /// Legacy: asks the client for something it declared, and waits for the answer.
    package func request(_ method: String, params: JSONObject? = nil) async -> ServerRequestOutcome {
        await driver.request(method, params: params)
    }

    /// As for a call, of the stream that belongs to none.
    @discardableResult
    package func closeStream(retryingAfter pause: Duration? = nil) async -> Bool {
        await driver.closeStream(pause)
    }

    /// Writes any bytes as one message, past the session: for mocks that break a rule on purpose.
    package func sendUnchecked(_ message: [UInt8]) async {
        await driver.send(message)
    }
}
