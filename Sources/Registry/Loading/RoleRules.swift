package import JSON

/// What a role may use of the tools of its integrations.
package struct RoleRules: Sendable, Hashable {
    /// Who has to have looked at a tool before agents get it.
    package enum Approval: String, Sendable, Hashable, CaseIterable {
        /// The definition that is seen first counts as approved, unless something in it is suspicious.
        case firstUse = "first_use"
        /// A person approves each definition.
        case review
    }

    /// Patterns of what is offered, as `tool` or `integration/tool`; empty for everything that is not denied.
    package var allowed: [String]
    /// Patterns of what is never offered; stronger than what is allowed.
    package var denied: [String]
    /// Whether only tools are offered that change nothing.
    package var isReadOnly: Bool
    /// Who has to have looked at a tool.
    package var approval: Approval

    /// Rules that allow everything, unless they are narrowed.
    package init(
        allowed: [String] = [],
        denied: [String] = [],
        isReadOnly: Bool = false,
        approval: Approval = .firstUse
    ) {
        self.allowed = allowed
        self.denied = denied
        self.isReadOnly = isReadOnly
        self.approval = approval
    }

    static let form = Form<RoleRules>.object(
        "RoleRules",
        "What a role may use of the tools of its integrations.",
        blank: RoleRules(),
        [
            .defaulted("allow", { $1(&$0.allowed) }, .list(.text), to: [], "patterns of the only tools it may use"),
            .defaulted("deny", { $1(&$0.denied) }, .list(.text), to: [], "patterns of tools it may never use"),
            .defaulted("readOnly", { $1(&$0.isReadOnly) }, .truth, to: false, "whether it may change nothing"),
            .defaulted(
                "approval",
                { $1(&$0.approval) },
                .choice,
                to: .firstUse,
                "whether the first definition of a tool is trusted, or a person reviews each"
            ),
        ]
    )
}

extension RoleRules {
    /// The rules as they stand in the file of a role, and in the API.
    package var json: JSONValue { Self.form.write(self) }

    /// Reads rules; throws everything that is wrong with them.
    package init(json: JSONValue) throws(EntryError) {
        var faults = FaultList()
        let read = Self.form.read(json, &faults)
        guard let read, faults.faults.isEmpty else { throw EntryError(faults: faults.faults) }
        self = read
    }
}
