/// Where something that agents are offered comes from: the integration, and the name that it has there.
package struct ToolOrigin: Sendable, Hashable, Comparable {
    /// The integration's id.
    package let integration: String
    /// As the integration's server lists it.
    package let name: String

    /// Names a tool, or a prompt, of an integration.
    package init(integration: String, name: String) {
        self.integration = integration
        self.name = name
    }

    package static func < (left: ToolOrigin, right: ToolOrigin) -> Bool {
        left.integration == right.integration ? left.name < right.name : left.integration < right.integration
    }
}

extension ToolOrigin: CustomStringConvertible {
    /// For people: both, with a slash between them, as patterns of policies are written too.
    package var description: String { "\(integration)/\(name)" }
}
