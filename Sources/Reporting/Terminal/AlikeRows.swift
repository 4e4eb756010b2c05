import Conformance

/// Rows of one check on one server that say the same in several revisions: told once.
struct AlikeRows {
    /// The first of them.
    let first: CheckResult
    /// All of them, in their order.
    private(set) var rows: [CheckResult]

    private struct Key: Hashable {
        let check: CheckID
        let subject: Subject
        let level: RequirementLevel?
        let expected: String?
        let actual: String?

        init(_ row: CheckResult) {
            (check, subject, level) = (row.check, row.subject, row.level)
            (expected, actual) = (row.verdict.finding?.expected, row.verdict.finding?.actual)
        }
    }

    /// The groups in the order of their first rows.
    static func groups(of rows: [CheckResult]) -> [AlikeRows] {
        var places: [Key: Int] = [:]
        var groups: [AlikeRows] = []
        for row in rows {
            let key = Key(row)
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append(AlikeRows(first: row, rows: [row]))
            }
        }
        return groups
    }
}
