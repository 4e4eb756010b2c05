package import JSON

/// A tool as its server describes it, with the hash that pins it.
package struct ToolDefinition: Sendable, Hashable {
    /// The tool's name.
    package var tool: String
    /// The hash of name, description, schema and annotations.
    package var hash: String
    /// The definition itself, to show what changed.
    package var content: JSONValue

    /// A definition under its hash.
    package init(tool: String, hash: String, content: JSONValue) {
        self.tool = tool
        self.hash = hash
        self.content = content
    }
}
