import HTTPTypes
import JSON
import MCPHTTP

/// What makes a client look broken from outside: its requests are changed on the way, or it is shown something else.
struct Tampering: Sendable {
    /// Changes a request, given all those before it.
    var request: @Sendable (_ call: inout HTTPCall, _ earlier: [AuthWire.Exchange]) -> Void = { _, _ in }
    /// Changes what the client reads: the fields of any answer, the members of a document.
    var answer: @Sendable (_ call: HTTPCall, _ answer: inout Answer) -> Void = { _, _ in }

    struct Answer: Sendable {
        var fields: HTTPFields
        /// Nil for what is no document, and for the answers of the MCP server.
        var document: JSONObject?
    }
}
