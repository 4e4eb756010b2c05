import GRDB
import Health
import JSON

extension SQLiteStore {
    /// Contacts are counted in their minute right away, so that no row is kept for each.
    package func record(_ contacts: [StoredContact], _ changes: [StoredHealthChange]) async throws {
        try await write { database in
            for contact in contacts {
                let counted = contact.code.outcomeClass.rawValue
                let latency = contact.latency?.microseconds
                try database.execute(
                    sql: """
                        INSERT INTO contact_span
                          (integration, width, start, \(counted), latencies, latency_sum, latency_max)
                        VALUES (?, ?, ?, 1, ?, ?, ?)
                        ON CONFLICT (integration, width, start) DO UPDATE SET \(counted) = \(counted) + 1,
                          latencies = latencies + excluded.latencies,
                          latency_sum = latency_sum + excluded.latency_sum,
                          latency_max = max(latency_max, excluded.latency_max)
                        """,
                    arguments: [
                        contact.integration, ContactSummary.Width.minute.rawValue,
                        ContactSummary.Width.minute.start(of: contact.at).milliseconds, latency == nil ? 0 : 1,
                        latency ?? 0, latency ?? 0,
                    ]
                )
            }
            for change in changes {
                try database.execute(
                    sql: """
                        INSERT INTO health_change (integration, at, was, became, code, message, evidence)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        change.integration, change.at.milliseconds, change.from.rawValue, change.to.rawValue,
                        change.code, change.message, change.evidence?.text(),
                    ]
                )
            }
        }
    }

    /// By the order in which they were written, which is that of their times unless the clock was set.
    package func healthChanges(
        of integration: String,
        since start: WallTime,
        limit: Int
    ) async throws -> [StoredHealthChange] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM health_change WHERE integration = ? AND at >= ? ORDER BY id DESC LIMIT ?",
                arguments: [integration, start.milliseconds, max(0, limit)]
            ).map(StoredHealthChange.init)
        }
    }

    /// The last row written of each.
    package func latestHealthChanges() async throws -> [String: StoredHealthChange] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM health_change WHERE id IN (SELECT max(id) FROM health_change GROUP BY integration)"
            )
            return try Dictionary(rows.map { ($0["integration"], try StoredHealthChange($0)) }) { $1 }
        }
    }

    /// Spans of three widths, no contact in two of them.
    package func contacts(of integration: String, since start: WallTime) async throws -> [ContactSummary] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT * FROM contact_span WHERE integration = ? AND start + width > ? ORDER BY start, width DESC",
                arguments: [integration, start.milliseconds]
            ).compactMap(ContactSummary.init)
        }
    }
}

extension StoredHealthChange {
    fileprivate init(_ row: Row) throws {
        guard let from = HealthState(rawValue: row["was"]), let to = HealthState(rawValue: row["became"]) else {
            throw StoreError(.corrupt, "a change of health has a state that does not exist: restore a backup")
        }
        self.init(
            integration: row["integration"],
            at: WallTime(milliseconds: row["at"]),
            from: from,
            to: to,
            code: row["code"],
            message: row["message"],
            evidence: try (row["evidence"] as String?).map { try JSONValue(parsing: $0) }
        )
    }
}

extension ContactSummary {
    fileprivate init?(_ row: Row) {
        guard let width = Width(rawValue: row["width"]) else { return nil }
        self.width = width
        start = WallTime(milliseconds: row["start"])
        counts = Dictionary(
            uniqueKeysWithValues: OutcomeClass.allCases.map { ($0.rawValue, row[$0.rawValue] as Int) }
        ).filter { $0.value > 0 }
        let latencies = row["latencies"] as Int64
        guard latencies > 0 else { return }
        meanLatency = .microseconds((row["latency_sum"] as Int64) / latencies)
        longestLatency = .microseconds(row["latency_max"] as Int64)
    }
}
