package import JSON
package import Registry

/// What to ask of a probe's answer, made from one good answer.
package enum ProbeExpectation {
    private static let telling = ["id", "login", "email", "name", "total", "items", "results", "data"]

    /// Questions that this answer passes and that a refusal in prose would not; empty for a result that says nothing.
    package static func questions(to result: JSONValue) -> [BodyTest] {
        if let structured = result["structuredContent"], structured.objectValue?.isEmpty == false {
            return [question(structured, at: JSONPointer())]
        }
        let texts = (result["content"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }
        guard let text = texts.first, !text.isEmpty else { return [] }
        if let inner = document(text), inner.objectValue?.isEmpty == false || inner.arrayValue != nil {
            return [question(inner, at: JSONPointer())]
        }
        // A refusal in prose says so; a text that is about errors anyway is recognised by how it begins.
        guard text.lowercased().contains("error") else { return [BodyTest(lacks: "rror")] }
        return [BodyTest(contains: String(text.prefix { $0 != "\n" }.prefix(24)))]
    }

    /// The value at a place, or something within it that only a good answer has.
    private static func question(_ value: JSONValue, at place: JSONPointer) -> BodyTest {
        switch value {
        case .object(let object):
            let key = telling.first { object[$0] != nil } ?? object.first?.key
            guard let key, let member = object[key] else { return BodyTest(place, exists: true) }
            return member.isNull
                ? BodyTest(place.appending(key), exists: false) : question(member, at: place.appending(key))
        case .array(let elements):
            return elements.isEmpty ? BodyTest(place, minCount: 0) : BodyTest(place, minCount: 1)
        case .string(let text):
            if let inner = document(text), inner.objectValue?.isEmpty == false { return question(inner, at: place) }
            return BodyTest(place, exists: true)
        default:
            return BodyTest(place, exists: true)
        }
    }

    private static func document(_ text: String) -> JSONValue? {
        guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
        // Prose in brackets is prose.
        return try? JSONValue(parsing: text)
    }
}
