package import JSON

/// The answer to a request, with its content as values.
package struct Response: Sendable, Hashable {
    /// Nil only on an error whose request could not be read.
    package var id: RequestID?
    /// The result, always an object in MCP, or the error.
    package var answer: Result<JSONObject, ErrorObject>

    /// Builds a response; one without an id must be an error.
    package init(id: RequestID?, answer: Result<JSONObject, ErrorObject>) {
        self.id = id
        self.answer = answer
    }
}
