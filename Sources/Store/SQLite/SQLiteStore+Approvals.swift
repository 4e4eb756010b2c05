import GRDB
import JSON

extension SQLiteStore {
    /// One row a tool, what is approved and what waits side by side.
    package func approvals(of integration: String) async throws -> [ToolApproval] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM tool WHERE integration = ? ORDER BY name",
                arguments: [integration]
            ).map(ToolApproval.init)
        }
    }

    /// Replaces the whole row: what waited under the name is gone.
    package func approve(
        _ definitions: [ToolDefinition],
        of integration: String,
        by party: String,
        at now: WallTime
    ) async throws {
        try await write { database in
            for definition in definitions {
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO tool
                          (integration, name, approved_hash, approved_content, approved_by, approved_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        integration, definition.tool, definition.hash, definition.content.text(), party,
                        now.milliseconds,
                    ]
                )
            }
        }
    }

    /// Leaves the row alone where the same definition waits already, so that it keeps its time.
    package func quarantine(
        _ definitions: [ToolDefinition],
        of integration: String,
        at now: WallTime
    ) async throws {
        try await write { database in
            for definition in definitions {
                try database.execute(
                    sql: """
                        INSERT INTO tool (integration, name, waiting_hash, waiting_content, waiting_since)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (integration, name) DO UPDATE SET waiting_hash = excluded.waiting_hash,
                          waiting_content = excluded.waiting_content, waiting_since = excluded.waiting_since
                        WHERE waiting_hash IS NOT excluded.waiting_hash
                        """,
                    arguments: [
                        integration, definition.tool, definition.hash, definition.content.text(), now.milliseconds,
                    ]
                )
            }
        }
    }

    /// The approved definition goes down to where the others wait; what waited beside it is older news.
    package func refuse(
        _ definitions: [ToolDefinition],
        of integration: String,
        at now: WallTime
    ) async throws {
        try await write { database in
            for definition in definitions {
                try database.execute(
                    sql: """
                        UPDATE tool SET waiting_hash = approved_hash, waiting_content = approved_content,
                          waiting_since = ?, approved_hash = NULL, approved_content = NULL, approved_by = NULL,
                          approved_at = NULL
                        WHERE integration = ? AND name = ? AND approved_hash = ?
                        """,
                    arguments: [now.milliseconds, integration, definition.tool, definition.hash]
                )
                try database.execute(
                    sql: """
                        UPDATE tool SET refused_hash = waiting_hash
                        WHERE integration = ? AND name = ? AND waiting_hash = ?
                        """,
                    arguments: [integration, definition.tool, definition.hash]
                )
            }
        }
    }

    /// A row in which nothing is left goes with it.
    package func dropQuarantined(_ tools: [String], of integration: String) async throws {
        try await write { database in
            for tool in tools {
                try database.execute(
                    sql: "DELETE FROM tool WHERE integration = ? AND name = ? AND approved_hash IS NULL",
                    arguments: [integration, tool]
                )
                try database.execute(
                    sql: """
                        UPDATE tool SET waiting_hash = NULL, waiting_content = NULL, waiting_since = NULL
                        WHERE integration = ? AND name = ?
                        """,
                    arguments: [integration, tool]
                )
            }
        }
    }
}

extension ToolApproval {
    fileprivate init(_ row: Row) throws {
        tool = row["name"]
        approved = try ToolDefinition(row, "approved").map {
            Approved(definition: $0, party: row["approved_by"], at: WallTime(milliseconds: row["approved_at"]))
        }
        waiting = try ToolDefinition(row, "waiting").map {
            Waiting(
                definition: $0,
                since: WallTime(milliseconds: row["waiting_since"]),
                isRefused: row["refused_hash"] as String? == $0.hash
            )
        }
    }
}

extension ToolDefinition {
    fileprivate init?(_ row: Row, _ kind: String) throws {
        guard let hash = row["\(kind)_hash"] as String? else { return nil }
        self.init(tool: row["name"], hash: hash, content: try JSONValue(parsing: row["\(kind)_content"] as String))
    }
}
