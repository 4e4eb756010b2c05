import MCP

/// What tells the rows of a report apart.
package struct RowKey: Hashable, Sendable {
    private let subject: Subject
    private let revision: ProtocolRevision
    private let check: CheckID

    /// The key of a row.
    package init(_ result: CheckResult) {
        subject = result.subject
        revision = result.revision
        check = result.check
    }
}
