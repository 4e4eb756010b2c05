import GRDB

extension SQLiteStore {
    /// One statement: of two who ask at once, one is late.
    package func takeLease(
        _ duty: String,
        for holder: String,
        lasting span: Duration,
        at now: WallTime
    ) async throws -> Bool {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO lease (duty, holder, until) VALUES (?1, ?2, ?3)
                    ON CONFLICT (duty) DO UPDATE SET holder = excluded.holder, until = excluded.until
                    WHERE holder = excluded.holder OR until <= ?4
                    """,
                arguments: [duty, holder, now.advanced(by: span).milliseconds, now.milliseconds]
            )
            return database.changesCount == 1
        }
    }

    /// The row goes; the next may take it at once.
    package func giveLeaseBack(_ duty: String, of holder: String) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM lease WHERE duty = ? AND holder = ?",
                arguments: [duty, holder]
            )
        }
    }
}
