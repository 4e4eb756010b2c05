package import Probing

/// What one contact brought, and what the server was given to see.
package struct EntryContact: Sendable {
    /// What came of it.
    package let report: ContactReport
    /// The variables that the process found, by name; nil where there is no process of its own.
    package let environment: [String: String]?

    /// A contact that was made.
    package init(_ report: ContactReport, environment: [String: String]? = nil) {
        self.report = report
        self.environment = environment
    }
}
