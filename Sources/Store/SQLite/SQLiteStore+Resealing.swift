import FoundationEssentials
import GRDB

extension SQLiteStore {
    /// Settings and log-ins together.
    package func vaultKeys() async throws -> Set<String> {
        try await read { database in
            try String.fetchSet(
                database,
                sql: "SELECT key_id FROM setting WHERE key_id IS NOT NULL UNION SELECT key_id FROM login"
            )
        }
    }

    /// Reads and writes in one transaction: nobody sees half of it.
    package func reseal(
        _ change: @escaping @Sendable (SecretPlace, SealedSecret) throws -> SealedSecret
    ) async throws -> Int {
        try await write { database in
            var count = 0
            for (kind, table) in [(SecretPlace.Kind.setting, "setting"), (.login, "login")] {
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT integration, name, key_id, sealed FROM \(table) WHERE sealed IS NOT NULL"
                )
                for row in rows {
                    let place = SecretPlace(kind, row["integration"], row["name"])
                    let former = SealedSecret(keyID: row["key_id"], box: Array(row["sealed"] as Data))
                    let secret = try change(place, former)
                    try database.execute(
                        sql: "UPDATE \(table) SET key_id = ?, sealed = ? WHERE integration = ? AND name = ?",
                        arguments: [secret.keyID, Data(secret.box), place.integration, place.name]
                    )
                    count += 1
                }
            }
            return count
        }
    }
}
