import JSON

/// What was said, in the forms in which tests and readers look at it: structured content, text, and JSON in the text.
struct AnswerBody: Sendable {
    /// Structured content first, then each text that is JSON.
    let values: [JSONValue]
    /// Everything readable, one text after the other.
    let texts: [String]

    /// Bytes of one text that are looked at; the rest is not.
    static let limitInBytes = 256 << 10
    private static let limits = JSONLimits(bytes: limitInBytes, depth: 32, stringBytes: limitInBytes, values: 1 << 16)

    init(structured: JSONValue? = nil, texts: [String] = []) {
        self.texts = texts.map { String($0.prefix(Self.limitInBytes)) }
        values = [structured].compactMap(\.self) + self.texts.compactMap(Self.json)
    }

    /// All texts, or the structured content as text where there are none.
    var text: String {
        texts.isEmpty ? values.map { $0.text() }.joined(separator: "\n") : texts.joined(separator: "\n")
    }

    /// The object or array that a text holds, without what may stand before it; nil when it holds none.
    static func json(_ text: String) -> JSONValue? {
        let body = text.trimmed
        guard let first = body.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            body.utf8.count <= limitInBytes
        else { return nil }
        // A text that only looks like JSON is a text.
        return try? JSONValue(parsing: body, limits: limits)
    }

    /// What stands at a place, going on inside texts that are JSON; the first body that has something there counts.
    func value(at pointer: JSONPointer) -> JSONValue? {
        for value in values {
            if let found = Self.resolve(pointer.tokens[...], in: value) { return found }
        }
        return nil
    }

    private static func resolve(_ tokens: ArraySlice<String>, in value: JSONValue) -> JSONValue? {
        guard let token = tokens.first else { return value }
        switch value {
        case .object(let object):
            return object[token].flatMap { resolve(tokens.dropFirst(), in: $0) }
        case .array(let array):
            guard let place = Int(token), array.indices.contains(place) else { return nil }
            return resolve(tokens.dropFirst(), in: array[place])
        case .string(let text):
            return json(text).flatMap { resolve(tokens, in: $0) }
        case .null, .bool, .number:
            return nil
        }
    }
}
