package import JSON

/// A page of what was done: by whom, to what, and how it ended; neither values nor arguments.
package struct AuditReport: Sendable, Hashable {
    /// One thing that somebody did.
    package struct Row: Sendable, Hashable {
        /// When.
        package var at: Timestamp
        /// What kind of thing, such as `call` or `configure`.
        package var action: String
        /// On whose behalf: a role, or the operator.
        package var party: String
        /// The integration it was done to; nil for none.
        package var integration: String?
        /// The tool; nil where it was none.
        package var tool: String?
        /// How it ended: `ok`, or a code.
        package var outcome: String
        /// How long it took, in milliseconds; nil where nobody measured.
        package var durationMs: Int?

        /// A row of which the rest can be set.
        package init(at: Timestamp, action: String, party: String, outcome: String) {
            self.at = at
            self.action = action
            self.party = party
            self.outcome = outcome
        }
    }

    /// The newest first.
    package var rows: [Row]
    /// Where the page before these begins; nil after the last.
    package var next: Int64?

    /// A page.
    package init(rows: [Row], next: Int64? = nil) {
        self.rows = rows
        self.next = next
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "rows": .array(rows.map(\.json)), "next": next.map { .number(JSONNumber($0)) } ?? .null,
        ]
    }
}

extension AuditReport.Row {
    fileprivate var json: JSONValue {
        [
            "at": JSONValue(at), "action": .string(action), "party": .string(party),
            "integration": JSONValue(integration), "tool": JSONValue(tool), "outcome": .string(outcome),
            "durationMs": durationMs.map { JSONValue($0) } ?? .null,
        ]
    }
}
