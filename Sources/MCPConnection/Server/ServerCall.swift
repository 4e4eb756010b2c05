package import JSON
package import MCP

/// One call a server has to answer, with what it may tell the client meanwhile.
package struct ServerCall: Sendable {
    /// The request and all its answer may depend on.
    package let context: RequestContext

    let driver: ServerDriver

    /// Reports progress; nothing is sent to a client that did not ask for it.
    package func progress(_ progress: Double, total: Double? = nil, message: String? = nil) async {
        await driver.tell { $0.progress(of: context.id, progress, total: total, message: message) }
    }

    /// Sends a notification that belongs to this call; nothing is sent where the protocol allows none.
    package func notify(_ notification: MCP.Notification) async {
        await driver.tell { $0.notify(notification, during: context.id) }
    }

    /// Ends the stream that the answer would go back on, so that the client comes for the rest later, and returns.
    ///
    /// For calls that take long: no connection is held meanwhile, and whatever is sent until the client is back waits
    /// for it. Over HTTP, in sessions since 2025-11-25; elsewhere nothing happens.
    /// - Parameter pause: what the client is asked to wait; nil for what the endpoint asks for anyway.
    /// - Returns: whether the stream was closed.
    @discardableResult
    package func closeStream(retryingAfter pause: Duration? = nil) async -> Bool {
        await driver.closeStream(pause)
    }

    /// Legacy: asks the client for something it declared, and waits for the answer.
    package func request(_ method: String, params: JSONObject? = nil) async -> ServerRequestOutcome {
        await driver.request(method, params: params)
    }
}
