/// A page of the audit.
package struct AuditPage: Sendable, Hashable {
    /// The newest first.
    package var rows: [AuditRow]
    /// Where the next page begins; nil after the last.
    package var next: Int64?
}
