package import JSON

/// A tool of an integration.
package struct ToolReport: Sendable, Hashable {
    /// The name under which its server lists it.
    package var name: String
    /// What it does, in the server's words.
    package var summary: String?
    /// What it takes, as JSON Schema; nil where only its entry is known.
    package var inputSchema: JSONValue?
    /// Whether its server lists it now.
    package var isListed: Bool
    /// Whether it changes nothing: by its entry where that says so, by its own hint where it does not.
    package var isReadOnly: Bool

    /// A tool that may change things, unless it is said to change nothing.
    package init(
        name: String,
        summary: String? = nil,
        inputSchema: JSONValue? = nil,
        isListed: Bool,
        isReadOnly: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.inputSchema = inputSchema
        self.isListed = isListed
        self.isReadOnly = isReadOnly
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "name": .string(name), "description": JSONValue(summary), "inputSchema": inputSchema ?? .null,
            "listed": .bool(isListed), "readOnly": .bool(isReadOnly),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "tools")
        name = try reader.text("name")
        summary = reader["description"]?.stringValue
        inputSchema = reader["inputSchema"]
        isListed = reader.truth("listed")
        isReadOnly = reader.truth("readOnly")
    }
}
