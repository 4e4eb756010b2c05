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
    /// When the client may come again, told in its own field.
    package var pause: HTTPPause?

    /// A bare status.
    package init(_ status: Int, headers: [String: String] = [:], body: JSONValue? = nil, text: String? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
        self.text = text
    }

    /// Takes it from a reaction; 401 where that names no status, and a date that is still to come for any in it.
    package init(_ reaction: Reaction) {
        status = reaction.status ?? 401
        headers = reaction.headers
        if let name = headers.keys.first(where: { $0.lowercased() == "retry-after" }), let value = headers[name],
            !value.allSatisfy(\.isNumber)
        {
            headers[name] = nil
            pause = .date(afterSeconds: 30)
        }
        body = reaction.body
        text = reaction.text
    }
}

extension SentResponse {
    /// Over HTTP the refusal takes the place of the answer; elsewhere it is told in an error.
    ///
    /// Over a pipe there is no status, so it travels in the error's data, as bridges from HTTP to pipes do it.
    func refused(_ refusal: HTTPRefusal, over transport: MockTransport) -> FaultReaction {
        guard transport != .http else { return .instead([Emission(.http(.answer(refusal)), after: emission.delay)]) }
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
