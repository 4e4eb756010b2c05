package import JSON
package import Registry

/// A refusal in HTTP's own form: what a server behind HTTP answers, and what of it can be said over a pipe.
package struct HTTPRefusal: Sendable, Hashable {
    /// The HTTP status.
    package var status: Int
    /// As the entry spells them.
    package var headers: [String: String]
    /// JSON; nil for none, or for a text.
    package var body: JSONValue?
    /// What is said as plain text; nil for none, or for JSON.
    package var text: String?

    /// Takes it from a reaction; 401 where that names no status.
    package init(_ reaction: Reaction) {
        status = reaction.status ?? 401
        headers = reaction.headers
        body = reaction.body
        text = reaction.text
    }
}

extension SentResponse {
    /// Over a pipe there is no status, so it travels in the error's data, as bridges from HTTP to pipes do it.
    func refused(_ refusal: HTTPRefusal) -> FaultReaction {
        var data: JSONObject = ["httpStatus": JSONValue(refusal.status)]
        if !refusal.headers.isEmpty {
            let sorted = refusal.headers.sorted { $0.key < $1.key }
            data["headers"] = .object(JSONObject(sorted.map { ($0.key, .string($0.value)) }))
        }
        if let said = refusal.body ?? refusal.text.map({ .string($0) }) { data["body"] = said }
        var copy = self
        copy.error = ["code": -32000, "message": .string("HTTP \(refusal.status)"), "data": .object(data)]
        return copy.sent
    }
}
