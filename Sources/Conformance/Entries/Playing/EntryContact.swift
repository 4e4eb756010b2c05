package import MCPConnection
package import Probing

/// What one contact brought, and what the server was given to see.
package struct EntryContact: Sendable {
    /// What came of it.
    package let report: ContactReport
    /// The variables that the process found, by name; nil where there is no process of its own.
    package let environment: [String: String]?
    /// The first things that went over the wire, secrets and all; empty where nobody listened.
    package let records: [WireRecord]

    /// A contact that was made.
    package init(
        _ report: ContactReport,
        environment: [String: String]? = nil,
        records: [WireRecord] = []
    ) {
        self.report = report
        self.records = records
        self.environment = environment
    }
}
