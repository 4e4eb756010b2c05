import GRDB

extension SQLiteStore {
    /// A role with an empty list is there too.
    package func roleAssignments() async throws -> [String: [RoleAssignment]] {
        try await read { database in
            var assignments = try Dictionary(
                uniqueKeysWithValues: String.fetchAll(database, sql: "SELECT id FROM role").map {
                    ($0, [RoleAssignment]())
                }
            )
            for row in try Row.fetchAll(database, sql: "SELECT * FROM role_assignment ORDER BY role, position") {
                assignments[row["role"], default: []]
                    .append(RoleAssignment(row["integration"], isRequired: row["is_required"]))
            }
            return assignments
        }
    }

    /// The whole list is replaced.
    package func assign(_ integrations: [RoleAssignment]?, to role: String) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM role WHERE id = ?", arguments: [role])
            guard let integrations else { return }
            try database.execute(sql: "INSERT INTO role (id) VALUES (?)", arguments: [role])
            for (position, assignment) in integrations.enumerated() {
                try database.execute(
                    sql: "INSERT INTO role_assignment (role, position, integration, is_required) VALUES (?, ?, ?, ?)",
                    arguments: [role, position, assignment.integration, assignment.isRequired]
                )
            }
        }
    }
}
