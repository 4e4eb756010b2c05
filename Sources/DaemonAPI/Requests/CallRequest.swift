package import JSON

/// A call of one tool, to try it.
package struct CallRequest: Sendable, Hashable {
    /// The name under which the server lists it.
    package var tool: String
    /// Its arguments.
    package var arguments: JSONObject

    /// A call with arguments.
    package init(tool: String, arguments: JSONObject = [:]) {
        self.tool = tool
        self.arguments = arguments
    }

    /// The body of the request.
    package var json: JSONValue {
        ["tool": .string(tool), "arguments": .object(arguments)]
    }

    /// Reads a body.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["tool", "arguments"])
        tool = checked.text("tool", "name the tool") ?? ""
        if tool.isEmpty, checked.faults.isEmpty { checked.add("/tool", "is missing", "name the tool") }
        arguments = checked["arguments"]?.objectValue ?? [:]
        if let given = checked["arguments"], given.objectValue == nil {
            checked.add("/arguments", "is no object", "give the arguments by name")
        }
        try checked.finish()
    }
}
