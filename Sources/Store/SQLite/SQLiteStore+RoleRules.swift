import Foundation
import GRDB
import JSON
package import Registry

extension SQLiteStore {
    /// One row a role.
    package func roleRules() async throws -> [String: RoleRules] {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM role_rules")
            return try Dictionary(uniqueKeysWithValues: rows.map { ($0["role"], try RoleRules($0)) })
        }
    }

    /// The whole row is replaced.
    package func setRules(_ rules: RoleRules?, of role: String) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM role_rules WHERE role = ?", arguments: [role])
            guard let rules else { return }
            try database.execute(
                sql: """
                    INSERT INTO role_rules (role, allowed, denied, is_read_only, approval) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    role, Self.text(rules.allowed), Self.text(rules.denied), rules.isReadOnly, rules.approval.rawValue,
                ]
            )
        }
    }

    /// Sorted by role and name.
    package func roleTokens() async throws -> [StoredRoleToken] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM role_token ORDER BY role, name").map { row in
                StoredRoleToken(
                    id: row["id"],
                    role: row["role"],
                    name: row["name"],
                    hash: [UInt8](row["hash"] as Data),
                    createdAt: WallTime(milliseconds: row["created_at"])
                )
            }
        }
    }

    /// The schema sees to it that a name is there once for each role.
    package func add(_ token: StoredRoleToken) async throws {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO role_token (id, role, name, hash, created_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [token.id, token.role, token.name, Data(token.hash), token.createdAt.milliseconds]
            )
        }
    }

    /// At once: whoever has the token is refused from the next request on.
    package func removeRoleToken(_ id: String) async throws -> Bool {
        try await write { database in
            try database.execute(sql: "DELETE FROM role_token WHERE id = ?", arguments: [id])
            return database.changesCount > 0
        }
    }

    private static func text(_ list: [String]) -> String {
        JSONValue.array(list.map { .string($0) }).text()
    }
}

extension RoleRules {
    fileprivate init(_ row: Row) throws {
        self.init(
            allowed: try Self.list(row["allowed"]),
            denied: try Self.list(row["denied"]),
            isReadOnly: row["is_read_only"],
            approval: Approval(rawValue: row["approval"]) ?? .review
        )
    }

    private static func list(_ text: String) throws -> [String] {
        try JSONValue(parsing: text).arrayValue?.compactMap(\.stringValue) ?? []
    }
}
