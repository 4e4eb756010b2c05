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

    /// Legacy: asks the client for something it declared, and waits for the answer.
    package func request(_ method: String, params: JSONObject? = nil) async -> ServerRequestOutcome {
        await driver.request(method, params: params)
    }
}
