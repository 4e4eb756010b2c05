import Gateway
import Registry

extension RolePolicy {
    /// The policy that follows from the rules of a role.
    init(_ rules: RoleRules) {
        self.init(
            allowed: rules.allowed.map { ToolPattern($0) },
            denied: rules.denied.map { ToolPattern($0) },
            isReadOnly: rules.isReadOnly,
            unapproved: rules.approval == .review ? .held : .trusted
        )
    }
}
