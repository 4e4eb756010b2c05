import JSON

/// What an answer must be like to count as a success.
struct SuccessRule: Sendable, Hashable {
    /// Nil means any from 200 to 299.
    var statuses: [Int]?
    var pointer: JSONPointer?
    /// What must stand at the pointer; nil when only its absence matters.
    var expected: JSONValue?
    /// Whether nothing may stand at the pointer.
    var mustBeAbsent = false

    func isMet(status: Int, body: JSONValue?) -> Bool {
        guard statuses.map({ $0.contains(status) }) ?? (200..<300).contains(status) else { return false }
        guard let pointer else { return true }
        guard let body else { return mustBeAbsent }
        let found = pointer.resolve(in: body)
        let isThere = found.map { !$0.isNull } ?? false
        if mustBeAbsent { return !isThere }
        return expected.map { found == $0 } ?? isThere
    }
}
