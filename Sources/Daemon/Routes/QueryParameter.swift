import DaemonAPI
import JSON

/// A parameter behind the question mark: what it means and which texts are valid.
struct QueryParameter: Sendable {
    enum Kind: Sendable {
        case integer(ClosedRange<Int>)
        case truth
        case time
        case choice([String])
        /// An id of this form.
        case id
    }

    let name: String
    let kind: Kind
    let summary: String

    init(_ name: String, _ kind: Kind, _ summary: String) {
        self.name = name
        self.kind = kind
        self.summary = summary
    }

    /// What a value is, in JSON Schema.
    var schema: JSONValue {
        switch kind {
        case .integer(let range):
            [
                "type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound),
            ]
        case .truth: ["type": "boolean"]
        case .time: ["type": "string", "format": "date-time"]
        case .choice(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
        case .id: ["type": "string", "pattern": .string(Self.idPattern)]
        }
    }

    static let idPattern = "^[a-z0-9][a-z0-9-]{0,63}$"

    /// What is wrong with a value; nil for nothing.
    func fault(in text: String) -> Problem.Fault? {
        let (isFine, wanted) =
            switch kind {
            case .integer(let range):
                (
                    Int(text).map(range.contains) ?? false && text.first != "+",
                    "a whole number from \(range.lowerBound) to \(range.upperBound)"
                )
            case .truth: (text == "true" || text == "false", "true or false")
            case .time: (Timestamp(text) != nil, "a moment such as 2026-07-28T10:00:00Z")
            case .choice(let words): (words.contains(text), "one of \(words.joined(separator: ", "))")
            case .id: (Self.isID(text), "an id in small letters, digits and hyphens")
            }
        return isFine ? nil : Problem.Fault(field: name, message: "is not \(wanted)", fix: "give \(wanted)")
    }

    static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }
}
