import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// Two reads of one snapshot, put together in memory.
    package func configurations() async throws -> [StoredConfiguration] {
        try await read { database in
            let values = try Row.fetchAll(database, sql: "SELECT * FROM setting ORDER BY integration, name")
            let byIntegration = Dictionary(grouping: values) { $0["integration"] as String }
            return try Row.fetchAll(database, sql: "SELECT * FROM integration ORDER BY id").map {
                StoredConfiguration($0, values: byIntegration[$0["id"]] ?? [])
            }
        }
    }

    /// The row and its values, of one snapshot.
    package func configuration(of integration: String) async throws -> StoredConfiguration? {
        try await read { try Self.configuration(of: integration, in: $0) }
    }

    /// The rules of the schema are checked before anything of it can be seen.
    @discardableResult
    package func configure(
        _ integration: String,
        _ change: ConfigurationChange,
        at now: WallTime
    ) async throws -> StoredConfiguration {
        try await write { database in
            let former = try Self.configuration(of: integration, in: database)
            if let expected = change.expectedRevision, expected != former?.revision ?? 0 {
                throw StoreError(
                    .conflict,
                    "\(integration) was changed meanwhile (revision \(former?.revision ?? 0), not \(expected)): "
                        + "read it again, then change it"
                )
            }
            try database.execute(
                sql: """
                    INSERT INTO integration (id, revision, is_enabled, server, changed_at) VALUES (?, 1, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET revision = revision + 1, is_enabled = excluded.is_enabled,
                      server = excluded.server, changed_at = excluded.changed_at
                    """,
                arguments: [
                    integration, change.isEnabled ?? former?.isEnabled ?? true, change.server ?? former?.server,
                    now.milliseconds,
                ]
            )
            for (name, value) in change.values {
                try Self.set(name, of: integration, to: value, in: database)
            }
            guard let present = try Self.configuration(of: integration, in: database) else {
                throw StoreError(.corrupt, "\(integration) is not there right after it was written")
            }
            return present
        }
    }

    /// Overwrites what it deletes: `secure_delete` is on.
    @discardableResult
    package func forget(_ integration: String) async throws -> Bool {
        try await write { database in
            var rows = 0
            for (table, column) in [
                ("integration", "id"), ("login", "integration"), ("install", "integration"),
                ("health_change", "integration"), ("contact_span", "integration"),
                ("role_assignment", "integration"), ("tool", "integration"),
            ] {
                try database.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [integration])
                rows += database.changesCount
            }
            return rows > 0
        }
    }

    /// Sealed, as it was kept.
    package func login(_ name: String, of integration: String) async throws -> SealedSecret? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT key_id, sealed FROM login WHERE integration = ? AND name = ?",
                arguments: [integration, name]
            ).map { SealedSecret(keyID: $0["key_id"], box: Array($0["sealed"] as Data)) }
        }
    }

    /// One row a name; the one before is overwritten.
    package func keepLogin(
        _ secret: SealedSecret?,
        _ name: String,
        of integration: String,
        at now: WallTime
    ) async throws {
        try await write { database in
            guard let secret else {
                return try database.execute(
                    sql: "DELETE FROM login WHERE integration = ? AND name = ?",
                    arguments: [integration, name]
                )
            }
            try database.execute(
                sql:
                    "INSERT OR REPLACE INTO login (integration, name, key_id, sealed, changed_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [integration, name, secret.keyID, Data(secret.box), now.milliseconds]
            )
        }
    }

    // MARK: One transaction's parts

    private static func configuration(of integration: String, in database: Database) throws -> StoredConfiguration? {
        guard
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM integration WHERE id = ?",
                arguments: [integration]
            )
        else { return nil }
        let values = try Row.fetchAll(
            database,
            sql: "SELECT * FROM setting WHERE integration = ?",
            arguments: [integration]
        )
        return StoredConfiguration(row, values: values)
    }

    private static func set(
        _ name: String,
        of integration: String,
        to value: ConfigurationChange.Value,
        in database: Database
    ) throws {
        let columns: (plain: String?, keyID: String?, sealed: Data?)
        switch value {
        case .plain(let text): columns = (text, nil, nil)
        case .sealed(let secret): columns = (nil, secret.keyID, Data(secret.box))
        case .absent:
            return try database.execute(
                sql: "DELETE FROM setting WHERE integration = ? AND name = ?",
                arguments: [integration, name]
            )
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO setting (integration, name, plain, key_id, sealed) VALUES (?, ?, ?, ?, ?)",
            arguments: [integration, name, columns.plain, columns.keyID, columns.sealed]
        )
    }
}

extension StoredConfiguration {
    fileprivate init(_ row: Row, values: [Row]) {
        integration = row["id"]
        revision = row["revision"]
        isEnabled = row["is_enabled"]
        server = row["server"]
        changedAt = WallTime(milliseconds: row["changed_at"])
        (settings, secrets) = ([:], [:])
        for value in values {
            let name = value["name"] as String
            if let sealed = value["sealed"] as Data? {
                secrets[name] = SealedSecret(keyID: value["key_id"], box: Array(sealed))
            } else {
                settings[name] = value["plain"]
            }
        }
    }
}
