import JSON
import MCP
import MCPConnection

/// What the official conformance suite has a client do with a server of its own, by the name it starts the client with.
package enum ClientScenario: String, Sendable, Hashable, CaseIterable {
    case initialize
    case toolsCall = "tools_call"
    case elicitationDefaults = "elicitation-sep1034-client-defaults"
    case eventStreamRetry = "sse-retry"
    case requestMetadata = "request-metadata"
    case requestState = "sep-2322-client-request-state"
    case standardHeaders = "http-standard-headers"
    case customHeaders = "http-custom-headers"
    case invalidToolHeaders = "http-invalid-tool-headers"
    case noDereferencing = "json-schema-ref-no-deref"
    case schemaPreservation = "json-schema-2020-12-preservation"

    /// Plays the scenario with a client that is connected; the context is what the suite hands over for it.
    func play(_ client: Client, context: JSONValue) async throws {
        let tools = try await client.list("tools/list", items: "tools")
        switch self {
        case .initialize, .requestMetadata, .noDereferencing:
            return
        case .customHeaders:
            for call in context["toolCalls"]?.arrayValue ?? [] {
                let arguments = call["arguments"]?.objectValue ?? [:]
                try await Self.call(call["name"]?.stringValue ?? "", arguments, client)
            }
        case .schemaPreservation:
            let tool = tools.first { $0["name"] == "json_schema_2020_12_tool" }
            guard let schema = tool?["inputSchema"] else { throw PlayError.missing("json_schema_2020_12_tool") }
            try await Self.call("json_schema_echo", ["schema": schema], client)
        case .standardHeaders:
            try await Self.callAll(tools, client)
            for resource in try await client.list("resources/list", items: "resources") {
                guard let uri = resource["uri"] else { continue }
                _ = try await client.requestWithInputs("resources/read", params: ["uri": uri])
            }
            for prompt in try await client.list("prompts/list", items: "prompts") {
                guard let name = prompt["name"] else { continue }
                _ = try await client.requestWithInputs("prompts/get", params: ["name": name])
            }
        case .toolsCall, .elicitationDefaults, .eventStreamRetry, .requestState, .invalidToolHeaders:
            try await Self.callAll(tools, client)
        }
    }

    private static func callAll(_ tools: [JSONValue], _ client: Client) async throws {
        for tool in tools {
            guard let name = tool["name"]?.stringValue else { continue }
            try await call(name, PlayedUser.filledIn(tool["inputSchema"] ?? [:]), client)
        }
    }

    private static func call(_ name: String, _ arguments: JSONObject, _ client: Client) async throws {
        let params: Members = ["name": .string(name), "arguments": .object(arguments)]
        _ = try await client.requestWithInputs("tools/call", params: params)
    }
}
