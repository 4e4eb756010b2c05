import JSON

/// What was found about one thing.
struct Finding {
    enum Grade: String {
        case good, poor, bad

        var icon: String {
            switch self {
            case .good: "✅"
            case .poor: "⚠️"
            case .bad: "❌"
            }
        }
    }

    let grade: Grade
    let thing: String
    let words: String
    /// What to do; nil when nothing has to be done.
    var fix: String?

    var text: String {
        "\(grade.icon) \(thing): \(words)" + (fix.map { "\n   → \($0)" } ?? "")
    }

    var json: JSONValue {
        [
            "grade": .string(grade.rawValue), "thing": .string(thing), "message": .string(words),
            "fix": fix.map { .string($0) } ?? .null,
        ]
    }
}
