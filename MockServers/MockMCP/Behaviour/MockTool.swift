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
