import JSON
import MCP

/// A tool, and what it does when it is called.
struct ToolFixture: Sendable {
    let tool: Tool
    /// The first revision that can carry what it does.
    let since: ProtocolRevision
    /// Nil for a tool that has nothing to do with tasks.
    let taskSupport: TaskSupport?
    let behaviour: FixtureBehaviour

    init(
        _ name: String,
        _ summary: String,
        inputSchema: JSONValue = ["type": "object"],
        outputSchema: JSONValue? = nil,
        since: ProtocolRevision = .november2024,
        isReadOnly: Bool = true,
        taskSupport: TaskSupport? = nil,
        behaviour: FixtureBehaviour
    ) {
        tool = Tool(
            name: name,
            summary: summary,
            inputSchema: inputSchema,
            outputSchema: outputSchema,
            annotations: ToolAnnotations(readOnlyHint: isReadOnly, openWorldHint: false),
            taskSupport: taskSupport?.rawValue
        )
        self.since = since
        self.taskSupport = taskSupport
        self.behaviour = behaviour
    }

    static let all = content + reporting + asking + askingInSteps + changing + schemas + tasks

    /// Comes and goes with `test_trigger_tool_change`.
    static let dynamic = ToolFixture("test_dynamic_tool", "Listed only sometimes", behaviour: .text("Here I am."))

    /// A result with the given content.
    static func result(_ content: JSONValue..., isError: Bool = false) -> JSONObject {
        var result: JSONObject = ["content": .array(content)]
        if isError { result["isError"] = true }
        return result
    }

    /// A result of one text.
    static func text(_ text: String, isError: Bool = false) -> JSONObject {
        result(["type": "text", "text": .string(text)], isError: isError)
    }
}

extension FixtureBehaviour {
    /// Always the same text.
    static func text(_ text: String) -> FixtureBehaviour {
        .answer { _ in ToolFixture.text(text) }
    }
}
