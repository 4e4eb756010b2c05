public import JSON
import MCP

extension MockTool {
    /// Adds an argument that a call must have.
    public func taking(_ name: String, _ type: MockArgumentType, _ summary: String? = nil) -> MockTool {
        changed { tool in
            tool.declare(name, type, summary)
            let required = (tool.inputSchema["required"]?.arrayValue ?? []) + [.string(name)]
            tool.inputSchema["required"] = .array(required)
        }
    }

    /// Adds an argument that a call may have.
    public func taking(optional name: String, _ type: MockArgumentType, _ summary: String? = nil) -> MockTool {
        changed { $0.declare(name, type, summary) }
    }

    /// Replaces the whole schema of the arguments.
    public func taking(schema: JSONObject) -> MockTool {
        changed { $0.inputSchema = schema }
    }

    /// Promises structured content of this schema.
    public func returning(schema: JSONObject) -> MockTool {
        changed { $0.outputSchema = schema }
    }

    /// Declares that it changes nothing and stays within itself.
    public func readOnly() -> MockTool {
        changed { $0.annotations = ToolAnnotations(readOnlyHint: true, openWorldHint: false) }
    }

    /// Declares whether a call may destroy something, and whether calling again does more.
    public func changing(destructively: Bool, idempotently: Bool = false) -> MockTool {
        changed { tool in
            tool.annotations = ToolAnnotations(
                readOnlyHint: false,
                destructiveHint: destructively,
                idempotentHint: idempotently
            )
        }
    }

    /// Says what a call gets.
    public func answering(_ answer: MockAnswer) -> MockTool {
        changed { $0.answer = answer }
    }

    /// Says what a call gets, as a function of its arguments.
    public func answering(_ answer: @escaping @Sendable (JSONObject) -> MockAnswer) -> MockTool {
        changed { $0.answer = .computed(answer) }
    }

    /// Lets a call take this long, with so many progress notifications spread over that time if the client wants any.
    public func after(_ delay: Duration, progressSteps steps: Int = 0) -> MockTool {
        changed { tool in
            tool.delay = delay
            tool.progressSteps = steps
        }
    }

    private mutating func declare(_ name: String, _ type: MockArgumentType, _ summary: String?) {
        var property: JSONObject = ["type": .string(type.rawValue)]
        property["description"] = summary.map { .string($0) }
        var properties = inputSchema["properties"]?.objectValue ?? [:]
        properties[name] = .object(property)
        inputSchema["properties"] = .object(properties)
        inputSchema["additionalProperties"] = false
    }

    private func changed(_ change: (inout MockTool) -> Void) -> MockTool {
        var copy = self
        change(&copy)
        return copy
    }
}
