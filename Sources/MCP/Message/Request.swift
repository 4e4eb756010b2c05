package import JSON

/// A message that wants an answer, with its parameters as values.
package struct Request: Sendable, Hashable {
    /// What the answer will carry.
    package var id: RequestID
    /// For instance `tools/call`.
    package var method: String
    /// Nil when the member is absent; `{}` is kept apart from that.
    package var params: JSONObject?

    /// Builds a request; without parameters the member is left out.
    package init(id: RequestID, method: String, params: JSONObject? = nil) {
        self.id = id
        self.method = method
        self.params = params
    }
}
