/// Which integrations each role was given by people; a role that nobody touched follows its file.
package protocol RoleStore: Sendable {
    /// The integrations of each role that was changed, in the order in which they are offered.
    func roleAssignments() async throws -> [String: [RoleAssignment]]

    /// Gives a role just these integrations, or with nil what its file says again.
    func assign(_ integrations: [RoleAssignment]?, to role: String) async throws
}
