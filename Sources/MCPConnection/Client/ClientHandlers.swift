package import JSON
package import MCP

/// How a client answers what servers ask; the session has already refused what was not declared in the capabilities.
package struct ClientHandlers: Sendable {
    /// Answers one request of the server; cancelled when the server gives it up or the connection ends.
    package var answer: @Sendable (Request) async -> Result<JSONObject, ErrorObject>

    /// Hears a notification before any later message is looked at; true keeps it out of the client's feed.
    ///
    /// So whoever waits for an answer can know everything that was said before it. Must not block.
    package var hear: @Sendable (MCP.Notification) -> Bool

    /// Handlers from closures; by default every notification goes to the feed.
    package init(
        answer: @escaping @Sendable (Request) async -> Result<JSONObject, ErrorObject>,
        hear: @escaping @Sendable (MCP.Notification) -> Bool = { _ in false }
    ) {
        self.answer = answer
        self.hear = hear
    }

    /// Refuses everything as an unknown method.
    package static let none = ClientHandlers { request in
        .failure(ErrorObject(.methodNotFound, "Method not found: \(request.method)"))
    }
}
