/// A tool that is known and not offered, with the reason.
package struct WithheldTool: Sendable, Hashable {
    /// Why an agent does not see it.
    package enum Reason: Sendable, Hashable {
        /// The role's policy.
        case policy(RolePolicy.Refusal)
        /// Its definition: not approved, changed since, or suspicious.
        case standing(ToolStanding)
        /// Its integration cannot be called; with the cause.
        case unavailable(String)
        /// It runs as a task only, which the role's endpoint does not offer.
        case needsTasks
        /// Its definition is none; with what is wrong.
        case unreadable(String)
    }

    /// Whose it is.
    package let origin: ToolOrigin
    /// What it would be called; nil for what cannot be named.
    package let name: String?
    /// Why it is not offered.
    package let reason: Reason
}

extension WithheldTool: CustomStringConvertible {
    /// A sentence, and the difference where there is one.
    package var description: String {
        switch reason {
        case .policy(let refusal): "\(origin) \(refusal)"
        case .standing(let standing): "\(origin) \(standing)"
        case .unavailable(let cause): "\(origin) is not available: \(origin.integration) \(cause)"
        case .needsTasks: "\(origin) runs as a task only"
        case .unreadable(let fault): "\(origin) is not listed as a tool should be: \(fault)"
        }
    }
}
