import JSON

extension JSONValue {
    /// A text, or null.
    init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// A list of texts.
    init(texts: [String]) {
        self = .array(texts.map { .string($0) })
    }

    /// A moment, or null.
    init(_ time: Timestamp?) {
        self = time.map { .string($0.text) } ?? .null
    }
}
