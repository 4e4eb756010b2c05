import JSON

/// One message with everything that routing needs, and its parameters or result left as they came.
package struct Envelope: Sendable, Hashable {
    /// What the message is, with what correlates it.
    package enum Kind: Sendable, Hashable {
        case request(RequestID, method: String)
        case notification(method: String)
        case result(RequestID)
        /// The id is nil when the failing request's own id could not be read.
        case error(RequestID?, ErrorObject)
    }

    /// The message without its payload.
    package var kind: Kind

    /// `params` of a request or notification, `result` of a response; nil when absent, and for errors.
    package var payload: Payload?

    /// Puts a message together; an error takes no payload, its content is part of the kind.
    package init(_ kind: Kind, payload: Payload?) {
        self.kind = kind
        self.payload = payload
    }

    /// The id, where the message has one.
    package var id: RequestID? {
        switch kind {
        case .request(let id, _), .result(let id): id
        case .error(let id, _): id
        case .notification: nil
        }
    }

    /// The method of a request or notification.
    package var method: String? {
        switch kind {
        case .request(_, let method), .notification(let method): method
        case .result, .error: nil
        }
    }

    /// The message as one line of JSON, without the line break; an unconverted payload is copied, not rewritten.
    package var encoded: [UInt8] { encoded(nullID: false) }

    /// The same; an error without an id gets none, or with `nullID` the null that plain JSON-RPC prescribes.
    package func encoded(nullID: Bool) -> [UInt8] {
        var bytes = Array(#"{"jsonrpc":"2.0""#.utf8)
        if let id {
            bytes.append(contentsOf: #","id":"#.utf8)
            id.write(to: &bytes)
        } else if nullID, method == nil {
            bytes.append(contentsOf: #","id":null"#.utf8)
        }
        if let method {
            bytes.append(contentsOf: #","method":"#.utf8)
            bytes.append(contentsOf: JSONValue.string(method).utf8())
        }
        if case .error(_, let error) = kind {
            bytes.append(contentsOf: #","error":"#.utf8)
            bytes.append(contentsOf: error.json.utf8())
        }
        if let payload {
            bytes.append(contentsOf: (method == nil ? #","result":"# : #","params":"#).utf8)
            payload.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// The same message under another id; a message that has none is returned as it is.
    package func renumbered(_ id: RequestID) -> Envelope {
        switch kind {
        case .request(_, let method): Envelope(.request(id, method: method), payload: payload)
        case .result: Envelope(.result(id), payload: payload)
        case .error(_, let error): Envelope(.error(id, error), payload: payload)
        case .notification: self
        }
    }
}
