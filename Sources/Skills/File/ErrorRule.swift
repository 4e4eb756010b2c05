import JSON

/// Which answers mean what: the first rule that fits decides.
struct ErrorRule: Sendable, Hashable {
    /// Nil means any.
    var statuses: [Int]?
    var pointer: JSONPointer?
    /// Of which one stands at the pointer; nil asks for none.
    var values: [JSONValue]?
    /// In lower case; part of the text at the pointer, or of the whole body.
    var fragment: String?
    /// Whether something, or nothing, stands at the pointer; nil asks for neither.
    var isPresent: Bool?
    var outcome: SkillOutcome
    var hint: String?
    /// What else of the body belongs into the report, by name.
    var details: [Detail] = []

    struct Detail: Sendable, Hashable {
        let name: String
        let pointer: JSONPointer
    }

    func fits(status: Int, body: JSONValue?, text: @autoclosure () -> String) -> Bool {
        if let statuses, !statuses.contains(status) { return false }
        let found = pointer.flatMap { pointer in body.flatMap { pointer.resolve(in: $0) } }
        if let isPresent, (found.map { !$0.isNull } ?? false) != isPresent { return false }
        if let values, !(found.map { values.contains($0) } ?? false) { return false }
        guard let fragment else { return true }
        let words = pointer == nil ? text() : found?.stringValue ?? found?.text() ?? ""
        return words.lowercased().contains(fragment)
    }
}
