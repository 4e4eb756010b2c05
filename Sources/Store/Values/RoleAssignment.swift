/// An integration that a role was given.
package struct RoleAssignment: Sendable, Hashable {
    /// The id of the integration.
    package var integration: String
    /// Whether the role cannot do its job without it.
    package var isRequired: Bool

    /// An integration, required unless said otherwise.
    package init(_ integration: String, isRequired: Bool = true) {
        self.integration = integration
        self.isRequired = isRequired
    }
}
