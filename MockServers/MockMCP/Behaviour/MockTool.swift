import JSON
import MCP

/// One tool of a mock: how it is listed, and what a call of it gets.
public struct MockTool: Sendable {
    /// The name that calls use.
    public let name: String
    var title: String?
    var summary: String?
    var inputSchema: JSONObject = ["type": "object", "additionalProperties": false]
    var outputSchema: JSONObject?
    var annotations: ToolAnnotations?
    var answer = MockAnswer.text("Done.")
    var delay = Duration.zero
    var progressSteps = 0

    /// A tool without arguments that answers "Done.".
    public init(_ name: String, _ summary: String? = nil, title: String? = nil) {
        self.name = name
        self.summary = summary
        self.title = title
    }

    /// How a revision lists it.
    func json(for revision: ProtocolRevision) -> JSONValue {
        Tool(
            name: name,
            title: title,
            summary: summary,
            inputSchema: .object(inputSchema),
            outputSchema: outputSchema.map { .object($0) },
            annotations: annotations
        ).json(for: revision)
    }
}

/// The types that an argument of a mock's tool can have.
public enum MockArgumentType: String, Sendable, CaseIterable {
    /// Text.
    case string
    /// Any number.
    case number
    /// A whole number.
    case integer
    /// True or false.
    case boolean
    /// A list of anything.
    case array
    /// Named values.
    case object
}
