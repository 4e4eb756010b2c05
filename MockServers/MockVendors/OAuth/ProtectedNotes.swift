import JSON
import MCP
import MCPConnection
package import MCPHTTP

/// A small MCP server that is worth a login: it tells a note, and takes another one.
package enum ProtectedNotes {
    /// What an endpoint has to know to serve it.
    package static func settings() -> MCPEndpointSettings {
        MCPEndpointSettings(
            configuration: ServerConfiguration(
                info: Implementation(name: "openwork-mock-oauth", version: "0.1.0"),
                capabilities: ServerCapabilities(["tools": [:]]),
                methods: ["tools/list", "tools/call"]
            ),
            handlers: { _ in
                ServerHandlers { call throws(ErrorObject) in
                    switch call.context.method {
                    case "tools/list": ["tools": tools]
                    case "tools/call": try answer(call.context.params["name"]?.stringValue)
                    default: throw .methodNotFound(call.context.method)
                    }
                }
            }
        )
    }

    private static let tools: JSONValue = [
        [
            "name": "read_note", "description": "Tells the note that only those see who are logged in.",
            "inputSchema": ["type": "object"], "annotations": ["readOnlyHint": true],
        ]
    ]

    private static func answer(_ tool: String?) throws(ErrorObject) -> Members {
        guard tool == "read_note" else { throw .invalidParams("the only tool here is read_note") }
        return ["content": [["type": "text", "text": "You are logged in."]]]
    }
}
