import JSON

/// Says what became of a text without repeating all of it.
enum Wordings {
    private static let limit = 80

    static func change(_ old: JSONValue?, _ new: JSONValue?, at place: JSONPointer) -> DriftFinding.Change {
        switch (old, new) {
        case (nil, let new?): return .init("added: \(shown(new))", at: place)
        case (let old?, nil): return .init("removed: \(shown(old))", at: place)
        case (.string(let old)?, .string(let new)?): return .init(difference(old, new), at: place)
        case (let old?, let new?): return .init("\(shown(old)) → \(shown(new))", at: place)
        case (nil, nil): return .init("unchanged", at: place)
        }
    }

    /// Long texts are shown from a little before the first difference.
    private static func difference(_ old: String, _ new: String) -> String {
        guard max(old.count, new.count) > limit else { return "\(quoted(old)) → \(quoted(new))" }
        let common = zip(old, new).prefix { $0 == $1 }.count
        let start = max(0, common - 20)
        let lead = start > 0 ? "…" : ""
        func window(_ text: String) -> String {
            let rest = text.dropFirst(start)
            return quoted(lead + rest.prefix(limit) + (rest.count > limit ? "…" : ""))
        }
        return "\(window(old)) → \(window(new))"
    }

    private static func shown(_ value: JSONValue) -> String {
        let text = value.text()
        return text.count > limit ? text.prefix(limit) + "…" : text
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
