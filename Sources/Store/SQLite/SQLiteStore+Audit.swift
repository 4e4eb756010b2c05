import GRDB

extension SQLiteStore {
    /// One transaction for all rows, in the order of their numbers.
    package func audit(_ rows: [AuditRow]) async throws {
        try await write { database in
            for row in rows {
                try database.execute(
                    sql: """
                        INSERT INTO audit
                          (at, action, party, integration, tool, outcome, duration, arguments_hash, trace)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        row.at.milliseconds, row.action, row.party, row.integration, row.tool, row.outcome,
                        row.duration?.microseconds, row.argumentsHash, row.trace,
                    ]
                )
            }
        }
    }

    /// Pages go by row number, which what is added meanwhile does not move.
    package func auditPage(_ query: AuditQuery) async throws -> AuditPage {
        try await read { database in
            let limit = min(max(query.limit, 1), 1_000)
            var conditions: [SQL] = []
            if let integration = query.integration { conditions.append("integration = \(integration)") }
            if let party = query.party { conditions.append("party = \(party)") }
            if let action = query.action { conditions.append("action = \(action)") }
            if let before = query.before { conditions.append("id < \(before)") }
            let condition = conditions.reduce(SQL("true")) { "\($0) AND \($1)" }
            // One more than asked for, to know whether there is another page.
            let request: SQLRequest<Row> =
                "SELECT * FROM audit WHERE \(condition) ORDER BY id DESC LIMIT \(limit + 1)"
            let rows = try request.fetchAll(database)
            return AuditPage(
                rows: rows.prefix(limit).map(AuditRow.init),
                next: rows.count > limit ? rows[limit - 1]["id"] : nil
            )
        }
    }

    /// By the index of row numbers; nothing is counted.
    @discardableResult
    package func trimAudit(before start: WallTime, keepingAtMost limit: Int) async throws -> Int {
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM audit WHERE at < ?
                      OR id <= (SELECT id FROM audit ORDER BY id DESC LIMIT 1 OFFSET ?)
                    """,
                arguments: [start.milliseconds, max(0, limit)]
            )
            return database.changesCount
        }
    }
}

extension AuditRow {
    fileprivate init(_ row: Row) {
        self.init(
            at: WallTime(milliseconds: row["at"]),
            action: row["action"],
            party: row["party"],
            outcome: row["outcome"]
        )
        integration = row["integration"]
        tool = row["tool"]
        duration = (row["duration"] as Int64?).map { .microseconds($0) }
        argumentsHash = row["arguments_hash"]
        trace = row["trace"]
    }
}
