package import MCP

/// One broken rule that is known, and until when that is accepted.
package struct Excuse: Hashable, Sendable {
    /// The check that fails.
    package let check: CheckID
    /// The integration or server that it is about, such as `slack` or `slack/skill`; nil for any.
    package let subject: String?
    /// The revision that it is about; nil for any.
    package let revision: ProtocolRevision?
    /// Why it is accepted.
    package let reason: String
    /// The last day on which it is, as YYYY-MM-DD.
    package let expires: String

    /// An excuse; a baseline reads them from a file, a report from another report.
    package init(check: CheckID, subject: String?, revision: ProtocolRevision?, reason: String, expires: String) {
        self.check = check
        self.subject = subject
        self.revision = revision
        self.reason = reason
        self.expires = expires
    }

    /// Whether it is about this row.
    package func covers(_ result: CheckResult) -> Bool {
        check == result.check && [nil, result.subject.name, result.subject.title].contains(subject)
            && (revision ?? result.revision) == result.revision
    }

    /// The excuse in a line, for a report.
    package var title: String {
        ([check.rawValue] + [subject, revision?.rawValue].compactMap(\.self)).joined(separator: " ")
    }
}
