package import MCP

/// What a role may use of what its integrations offer.
package struct RolePolicy: Sendable, Hashable {
    /// What is offered before anybody has looked at a tool.
    package enum Unapproved: String, Sendable, Hashable, CaseIterable {
        /// The definition seen first counts as approved, unless something in it is suspicious.
        case trusted
        /// Nothing that nobody has approved.
        case held
    }

    /// Why a policy keeps a tool from a role.
    package enum Refusal: Sendable, Hashable {
        case denied(by: ToolPattern)
        /// There is a list of what is allowed, and the tool is not on it.
        case notAllowed
        /// The role only reads, and neither the entry nor the tool says that it changes nothing.
        case mayChange
    }

    /// Only these, where there are any; empty means everything that is not denied.
    package var allowed: [ToolPattern]
    /// Never these; stronger than what is allowed.
    package var denied: [ToolPattern]
    /// Whether only tools are offered that change nothing.
    package var isReadOnly: Bool
    /// What becomes of tools that nobody has approved.
    package var unapproved: Unapproved
    /// How much calls may take.
    package var limits: CallLimits
    /// When an integration that fails is left alone.
    package var breaker: CircuitBreaker.Policy
    /// How long names may be.
    package var names: NameLimit

    /// A policy that allows everything, until it is narrowed.
    package init(
        allowed: [ToolPattern] = [],
        denied: [ToolPattern] = [],
        isReadOnly: Bool = false,
        unapproved: Unapproved = .trusted,
        limits: CallLimits = CallLimits(),
        breaker: CircuitBreaker.Policy = CircuitBreaker.Policy(),
        names: NameLimit = NameLimit()
    ) {
        self.allowed = allowed
        self.denied = denied
        self.isReadOnly = isReadOnly
        self.unapproved = unapproved
        self.limits = limits
        self.breaker = breaker
        self.names = names
    }

    /// Why the role may not use a tool; nil when it may.
    ///
    /// What a tool says of itself counts only where its integration's entry, which may be nil, says nothing.
    package func refusal(of origin: ToolOrigin, _ annotations: ToolAnnotations, isReadOnly entry: Bool?) -> Refusal? {
        if let pattern = denied.first(where: { $0.matches(origin) }) { return .denied(by: pattern) }
        if !allowed.isEmpty, !allowed.contains(where: { $0.matches(origin) }) { return .notAllowed }
        if isReadOnly, !(entry ?? annotations.isReadOnly) { return .mayChange }
        return nil
    }
}

extension RolePolicy.Refusal: CustomStringConvertible {
    /// The reason, as it ends a sentence that begins with the tool.
    package var description: String {
        switch self {
        case .denied(let pattern): "is denied by \"\(pattern.text)\""
        case .notAllowed: "is on none of the role's allowed patterns"
        case .mayChange: "may change something, and the role only reads"
        }
    }
}
