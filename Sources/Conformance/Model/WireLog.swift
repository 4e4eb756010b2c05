package import MCP

/// What went over the wire in one conversation or contact, masked and cut, for those who want to know why.
package struct WireLog: Hashable, Sendable {
    /// One line of it.
    package struct Line: Hashable, Sendable {
        /// Since the process was started, or the connection was opened.
        package let at: Duration
        /// Who said it: `client`, `server`, `stderr` or `end`.
        package let from: String
        /// The process it belongs to, counted from 0.
        package let process: Int
        /// The beginning, with control characters made visible.
        package let text: String
        /// Bytes that the whole line had.
        package let size: Int

        /// A line as it will be shown.
        package init(at: Duration, from: String, process: Int = 0, text: String, size: Int) {
            self.at = at
            self.from = from
            self.process = process
            self.text = text
            self.size = size
        }
    }

    /// Whose conversation it was.
    package let subject: Subject
    /// The revision spoken.
    package let revision: ProtocolRevision
    /// What was wrong around the server in a contact; nil for the conversation that the protocol checks judge.
    package let condition: String?
    /// The lines, in order.
    package let lines: [Line]
    /// How many lines followed that are not kept.
    package let omitted: Int

    /// A log as it will be shown.
    package init(
        subject: Subject,
        revision: ProtocolRevision,
        condition: String? = nil,
        lines: [Line],
        omitted: Int = 0
    ) {
        self.subject = subject
        self.revision = revision
        self.condition = condition
        self.lines = lines
        self.omitted = omitted
    }
}
