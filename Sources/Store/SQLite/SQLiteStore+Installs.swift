import GRDB

extension SQLiteStore {
    /// The newest by the time at which they were finished.
    package func installs(of integration: String) async throws -> [StoredInstall] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM install WHERE integration = ? ORDER BY installed_at DESC, version DESC",
                arguments: [integration]
            ).map(StoredInstall.init)
        }
    }

    /// The unique index holds that one is in use at most.
    package func addInstall(_ install: StoredInstall) async throws {
        try await write { database in
            try Self.retireCurrent(of: install.integration, in: database)
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO install
                      (integration, version, kind, package, integrity, folder, installed_at, is_current, turn)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1,
                      (SELECT coalesce(max(turn), 0) + 1 FROM install WHERE integration = ?1))
                    """,
                arguments: [
                    install.integration, install.version, install.kind, install.package, install.integrity,
                    install.folder, install.installedAt.milliseconds,
                ]
            )
        }
    }

    /// Goes by the turns in which installs came into use; one that was gone back from loses its turn.
    package func rollBackInstall(of integration: String) async throws -> StoredInstall? {
        try await write { database in
            let former = try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM install WHERE integration = ? AND is_current = 0 AND turn IS NOT NULL
                    ORDER BY turn DESC LIMIT 1
                    """,
                arguments: [integration]
            )
            guard let former else { return nil }
            var install = StoredInstall(former)
            // What was gone back from is never gone back to.
            try database.execute(
                sql: "UPDATE install SET is_current = 0, turn = NULL WHERE integration = ? AND is_current = 1",
                arguments: [integration]
            )
            try database.execute(
                sql: "UPDATE install SET is_current = 1 WHERE integration = ? AND version = ?",
                arguments: [integration, install.version]
            )
            install.isCurrent = true
            return install
        }
    }

    /// The row only; its folder is the caller's to remove.
    @discardableResult
    package func removeInstall(of integration: String, version: String) async throws -> Bool {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM install WHERE integration = ? AND version = ? AND is_current = 0",
                arguments: [integration, version]
            )
            return database.changesCount == 1
        }
    }

    /// The rows only, as with one.
    package func forgetInstalls(of integration: String) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM install WHERE integration = ?", arguments: [integration])
        }
    }

    /// Whether or not one of them is in use.
    package func installedIntegrations() async throws -> [String] {
        try await read { try String.fetchAll($0, sql: "SELECT DISTINCT integration FROM install ORDER BY integration") }
    }

    private static func retireCurrent(of integration: String, in database: Database) throws {
        try database.execute(
            sql: "UPDATE install SET is_current = 0 WHERE integration = ? AND is_current = 1",
            arguments: [integration]
        )
    }
}

extension StoredInstall {
    fileprivate init(_ row: Row) {
        self.init(
            integration: row["integration"],
            version: row["version"],
            kind: row["kind"],
            package: row["package"],
            integrity: row["integrity"],
            folder: row["folder"],
            installedAt: WallTime(milliseconds: row["installed_at"])
        )
        isCurrent = row["is_current"]
    }
}
