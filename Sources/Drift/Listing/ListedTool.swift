package import JSON

/// One tool of a list, as far as it is known.
package struct ListedTool: Sendable, Hashable {
    /// What is known of a tool.
    package enum Knowledge: Sendable, Hashable {
        /// What the server itself said.
        case definition(JSONValue)
        /// What somebody wrote down, as in an entry of the registry.
        case facts(ArgumentFacts)
    }

    /// What a call names.
    package var name: String
    /// What is known of it beside the name.
    package var knowledge: Knowledge
    /// What a credential must be allowed to do before the tool is listed; empty where nothing is known.
    package var scopes: Set<String>
    /// Why a sound server may leave it off its list, such as a toolset that is off; nil when it may not.
    package var leaveOff: String?

    /// A tool as a server listed it; nil where that has no name.
    package init?(definition: JSONValue) {
        guard let name = definition["name"]?.stringValue else { return nil }
        self.name = name
        knowledge = .definition(definition)
        scopes = []
    }

    /// A tool of which only facts are known.
    package init(_ name: String, facts: ArgumentFacts, scopes: Set<String> = [], leaveOff: String? = nil) {
        self.name = name
        knowledge = .facts(facts)
        self.scopes = scopes
        self.leaveOff = leaveOff
    }
}
