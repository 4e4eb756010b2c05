package import JSON
package import MCP

/// How a client answers what servers ask; the session has already refused what was not declared in the capabilities.
package struct ClientHandlers: Sendable {
    /// Answers one request of the server; cancelled when the server gives it up or the connection ends.
    package var answer: @Sendable (Request) async -> Result<JSONObject, ErrorObject>

    /// Handlers that answer with a closure.
    package init(answer: @escaping @Sendable (Request) async -> Result<JSONObject, ErrorObject>) {
        self.answer = answer
    }

    /// Refuses everything as an unknown method.
    package static let none = ClientHandlers { request in
        .failure(ErrorObject(.methodNotFound, "Method not found: \(request.method)"))
    }
}
