/// A token by which somebody may use the endpoint of one role, without the token itself.
package struct StoredRoleToken: Sendable, Hashable {
    /// Names it, for revoking it.
    package var id: String
    /// The role.
    package var role: String
    /// Whom it is for, in a person's words.
    package var name: String
    /// SHA-256 of the token.
    package var hash: [UInt8]
    /// When it was made.
    package var createdAt: WallTime

    /// A token that was made at a moment.
    package init(id: String, role: String, name: String, hash: [UInt8], createdAt: WallTime) {
        self.id = id
        self.role = role
        self.name = name
        self.hash = hash
        self.createdAt = createdAt
    }
}
