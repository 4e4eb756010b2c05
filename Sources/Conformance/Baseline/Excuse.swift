package import MCP

/// One broken rule that is known, and until when that is accepted.
package struct Excuse: Hashable, Sendable {
    /// The check that fails.
    package let check: CheckID
    /// The subject that it is about; nil for any.
    package let subject: String?
    /// The revision that it is about; nil for any.
    package let revision: ProtocolRevision?
    /// Why it is accepted.
    package let reason: String
    /// The last day on which it is, as YYYY-MM-DD.
    package let expires: String

    /// Whether it is about this row.
    func covers(_ result: CheckResult) -> Bool {
        check == result.check && (subject ?? result.subject.name) == result.subject.name
            && (revision ?? result.revision) == result.revision
    }

    /// The excuse in a line, for a report.
    var title: String {
        ([check.rawValue] + [subject, revision?.rawValue].compactMap(\.self)).joined(separator: " ")
    }
}
