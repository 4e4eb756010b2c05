package import JSON

extension Scrubber {
    /// The value without secrets in strings, keys, numbers, and JSON that a string holds.
    package mutating func value(_ value: JSONValue) -> JSONValue {
        self.value(value, under: nil)
    }

    private mutating func value(_ value: JSONValue, under key: String?) -> JSONValue {
        switch value {
        case .null, .bool:
            return value
        case .number(let number):
            let text = number.text
            let scrubbed = self.text(text)
            return scrubbed == text ? value : .string(scrubbed)
        case .string(let text):
            return .string(string(text, under: key))
        case .array(let elements):
            return .array(elements.map { self.value($0, under: key) })
        case .object(let object):
            var scrubbed = JSONObject()
            for (key, member) in object { scrubbed[text(key)] = self.value(member, under: key) }
            return .object(scrubbed)
        }
    }

    private mutating func string(_ text: String, under key: String?) -> String {
        if let inner = Self.document(in: text) {
            let scrubbed = value(inner, under: key)
            if scrubbed != inner { return scrubbed.text() }
        }
        let scrubbed = self.text(text)
        guard scrubbed == text, let key, SecretName.isLikely(key), Self.isLikelySecret(text, under: key) else {
            return scrubbed
        }
        return placeholder(for: "value-of-\(key)")
    }

    private static func isLikelySecret(_ text: String, under key: String) -> Bool {
        let hasBlank = text.utf8.contains { $0 <= 0x20 }
        guard !hasBlank, !Placeholder.isContained(in: text) else { return false }
        return SecretName.isPassword(key) ? text.utf8.count >= 4 : SecretName.isOpaque(text.utf8)
    }

    /// The object or array that a string holds as text.
    private static func document(in text: String) -> JSONValue? {
        guard let first = text.utf8.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return nil }
        // What only looks like JSON is scrubbed as text.
        return try? JSONValue(parsing: text)
    }
}
