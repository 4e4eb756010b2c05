package import JSON

/// One JSON object of a line, read as far as it can be: a batch gives several, and nothing is refused here.
package struct WireMessage: Hashable, Sendable {
    /// What the members make of it.
    package enum Kind: Sendable {
        case request
        case notification
        case result
        case error
        /// Neither a method nor an answer, or both.
        case unclear
    }

    /// The line it came in.
    package let line: WireLine
    /// Its members.
    package let object: JSONObject
    /// Whether it was one of several in an array.
    package let isInBatch: Bool

    /// The messages of a line; none when it is no JSON object or array of them.
    package static func messages(in line: WireLine) -> [WireMessage] {
        guard case .json(let value) = line.content else {
            return []
        }
        switch value {
        case .object(let object):
            return [WireMessage(line: line, object: object, isInBatch: false)]
        case .array(let elements):
            return elements.compactMap(\.objectValue).map { WireMessage(line: line, object: $0, isInBatch: true) }
        default:
            return []
        }
    }

    /// The id as it stands, of whatever type; nil when absent.
    package var id: JSONValue? {
        object["id"]
    }

    /// The method, when it is a string.
    package var method: String? {
        object["method"]?.stringValue
    }

    /// What the members make of it.
    package var kind: Kind {
        switch (object["method"] != nil, object["result"] != nil, object["error"] != nil) {
        case (true, false, false): object["id"] == nil ? .notification : .request
        case (false, true, false): .result
        case (false, false, true): .error
        default: .unclear
        }
    }

    /// Whether it is meant as an answer.
    package var isAnswer: Bool {
        object["method"] == nil && (object["result"] != nil || object["error"] != nil)
    }

    /// The message for a report: the line, or this part of a batch.
    package var excerpt: Excerpt {
        isInBatch ? Excerpt(JSONValue.object(object).utf8()) : line.excerpt
    }
}
