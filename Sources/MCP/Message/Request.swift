package import JSON

/// A message that wants an answer, with its parameters as values.
package struct Request: Sendable, Hashable {
    package var id: RequestID
    package var method: String
    /// Nil when the member is absent; `{}` is kept apart from that.
    package var params: JSONObject?

    package init(id: RequestID, method: String, params: JSONObject? = nil) {
        self.id = id
        self.method = method
        self.params = params
    }
}
