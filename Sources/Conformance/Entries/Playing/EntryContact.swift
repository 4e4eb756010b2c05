package import MCPConnection
package import Probing

/// What one contact brought, and what the server was given to see.
package struct EntryContact: Sendable {
    /// What came of it.
    package var report: ContactReport
    /// The variables that the process found, by name; nil where there is no process of its own.
    package var environment: [String: String]?
    /// The words of its command line, which everybody on the machine can read; nil where there is no process.
    package var commandLine: [String]?
    /// The first things that went over the wire, secrets and all; empty where nobody listened.
    package let records: [WireRecord]
    /// The end of what it wrote to standard error.
    package var errorLines: [String]
    /// Processes of the server that still lived when the contact was over; looked for under faults only.
    package var survivors: Int

    /// A contact that was made.
    package init(
        _ report: ContactReport,
        environment: [String: String]? = nil,
        commandLine: [String]? = nil,
        records: [WireRecord] = [],
        survivors: Int = 0
    ) {
        self.report = report
        self.records = records
        self.environment = environment
        self.commandLine = commandLine
        self.survivors = survivors
        errorLines = report.exits.flatMap(\.errorTail.lines)
    }

    /// The server's lines as they came.
    package var heard: [[UInt8]] {
        records.compactMap { record in if case .received(let bytes) = record.event { bytes } else { nil } }
    }
}
