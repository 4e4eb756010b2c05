package import Registry

/// What people decided about roles: integrations, rules and tokens; a role that nobody touched follows its file.
package protocol RoleStore: Sendable {
    /// The integrations of each role that was changed, in the order in which they are offered.
    func roleAssignments() async throws -> [String: [RoleAssignment]]

    /// Gives a role just these integrations, or with nil what its file says again.
    func assign(_ integrations: [RoleAssignment]?, to role: String) async throws

    /// The rules of each role for which people have set some.
    func roleRules() async throws -> [String: RoleRules]

    /// Sets the rules of a role, or with nil what its file says again.
    func setRules(_ rules: RoleRules?, of role: String) async throws

    /// Every token by which somebody may use the endpoint of a role, sorted by role and name.
    func roleTokens() async throws -> [StoredRoleToken]

    /// Keeps a token; one of the same role and name makes it fail.
    func add(_ token: StoredRoleToken) async throws

    /// Forgets a token; false when there is none with the id.
    func removeRoleToken(_ id: String) async throws -> Bool
}
