package import JSON
package import MCP

extension MockServer {
    /// What the protocol layer has to know of it.
    package var configuration: ServerConfiguration {
        var declared = capabilities
        if declared["tools"] == nil { declared["tools"] = announcesChanges ? ["listChanged": true] : [:] }
        var methods: Set = ["tools/list", "tools/call", "subscriptions/listen"]
        if declared["logging"] != nil { methods.insert("logging/setLevel") }
        return ServerConfiguration(
            info: info,
            capabilities: ServerCapabilities(declared),
            instructions: instructions,
            offer: revisions.offer,
            methods: methods
        )
    }
}

extension MockServer {
    /// The schema of a tool's arguments; nil for a tool that it does not have.
    package func inputSchema(of tool: String) -> JSONValue? {
        tools.first { $0.name == tool }.map { .object($0.inputSchema) }
    }

    /// Whether it announces changes of its tools.
    package var tellsChanges: Bool { announcesChanges }
}
