import JSON
import JSONSchema
import Registry

/// One question of an entry to a body, with its regular expression made ready.
struct CompiledTest: Sendable {
    private let test: BodyTest
    /// Nil when there is none, or when it is none: then nothing matches it.
    private let pattern: JSONSchema?

    init(_ test: BodyTest) {
        self.test = test
        // Searched through a schema, because there the effort is bounded whatever the expression.
        pattern = test.matches.flatMap { try? JSONSchema(["type": "string", "pattern": .string($0)]) }
    }

    /// Whether it asks for something to be there, rather than only for something to be absent.
    var isPositive: Bool {
        test.exists == true || test.equals != nil || test.contains != nil || test.matches != nil
            || (test.minCount ?? 0) > 0
    }

    /// The question in words.
    var words: String {
        let place = test.path.map { $0.tokens.isEmpty ? "the body" : $0.text } ?? "the text"
        var parts: [String] = []
        if let exists = test.exists { parts.append(exists ? "is there" : "is absent") }
        if let equals = test.equals { parts.append("is \(equals.text())") }
        if let contains = test.contains { parts.append("contains \"\(contains)\"") }
        if let lacks = test.lacks { parts.append("does not contain \"\(lacks)\"") }
        if let matches = test.matches { parts.append("matches \(matches)") }
        if let count = test.minCount { parts.append("has at least \(count)") }
        return place + " " + parts.joined(separator: " and ")
    }

    func holds(in body: AnswerBody) -> Bool {
        let found = test.path.map { body.value(at: $0) } ?? .string(body.text)
        if let exists = test.exists, exists != (found.map { !$0.isNull } ?? false) { return false }
        if let equals = test.equals, found != equals { return false }
        let text = found.map(Self.text) ?? ""
        if let contains = test.contains, !text.contains(contains) { return false }
        if let lacks = test.lacks, text.contains(lacks) { return false }
        if test.matches != nil, pattern?.isValid(.string(text)) != true { return false }
        if let count = test.minCount, Self.count(found) < count { return false }
        return true
    }

    private static func text(_ value: JSONValue) -> String {
        value.stringValue ?? value.text()
    }

    private static func count(_ value: JSONValue?) -> Int {
        switch value {
        case .array(let array): array.count
        case .object(let object): object.count
        case .string(let text): AnswerBody.json(text).map { count($0) } ?? text.count
        default: 0
        }
    }
}
