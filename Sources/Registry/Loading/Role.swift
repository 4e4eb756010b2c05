package import JSON

/// A kind of agent, and the integrations that it works with.
package struct Role: Sendable, Hashable {
    /// Small letters, digits and hyphens.
    package var id: String
    /// What people call it.
    package var name: String
    /// What such an agent does.
    package var summary: String?
    /// Ids of the integrations, in the order in which they are offered.
    package var integrations: [String]

    /// Ids of those without which it can do its job all the same.
    package var optional: [String] = []
    /// What it may use of their tools.
    package var rules = RoleRules()

    /// A role without any integration unless they are given.
    package init(id: String, name: String, integrations: [String] = []) {
        self.id = id
        self.name = name
        self.integrations = integrations
    }

    static let form = Form<Role>.object(
        "Role",
        "A kind of agent, and the integrations that it works with.",
        blank: Role(id: "", name: ""),
        [
            .required("id", { $1(&$0.id) }, .identifier, "a name in small letters that stays for ever"),
            .required("name", { $1(&$0.name) }, .text, "what people call it"),
            .optional("description", { $1(&$0.summary) }, .text, "what such an agent does"),
            .defaulted("mcpServers", { $1(&$0.integrations) }, .list(.identifier), to: [], "ids of its integrations"),
            .defaulted(
                "optional",
                { $1(&$0.optional) },
                .list(.identifier),
                to: [],
                "ids of those without which it can do its job all the same"
            ),
            .defaulted("tools", { $1(&$0.rules) }, RoleRules.form, to: RoleRules(), "what it may use of their tools"),
        ]
    )

    /// Reads a role; throws everything that is wrong with it.
    package init(json: JSONValue) throws(EntryError) {
        var faults = FaultList()
        let read = Self.form.read(json, &faults)
        guard let read, faults.faults.isEmpty else { throw EntryError(faults: faults.faults) }
        self = read
    }

    /// The role as its file has it.
    package var json: JSONValue { Self.form.write(self) }
}
