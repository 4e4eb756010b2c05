package import JSON

/// The answer to a request, with its content as values.
package struct Response: Sendable, Hashable {
    /// Nil only on an error whose request could not be read.
    package var id: RequestID?
    package var answer: Result<JSONObject, ErrorObject>

    package init(id: RequestID?, answer: Result<JSONObject, ErrorObject>) {
        self.id = id
        self.answer = answer
    }
}
