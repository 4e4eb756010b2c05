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
    func play(_ client: Client, _ user: PlayedUser, context: JSONValue) async throws {
        let tools = try await client.list("tools/list", items: "tools")
        switch self {
        case .initialize, .requestMetadata, .noDereferencing:
            return
        case .customHeaders:
            for call in context["toolCalls"]?.arrayValue ?? [] {
                let arguments = call["arguments"]?.objectValue ?? [:]
                try await Self.call(call["name"]?.stringValue ?? "", arguments, client, user)
            }
        case .schemaPreservation:
            let tool = tools.first { $0["name"] == "json_schema_2020_12_tool" }
            guard let schema = tool?["inputSchema"] else { throw PlayError.missing("json_schema_2020_12_tool") }
            try await Self.call("json_schema_echo", ["schema": schema], client, user)
        case .standardHeaders:
            try await Self.callAll(tools, client, user)
            for resource in try await client.list("resources/list", items: "resources") {
                guard let uri = resource["uri"] else { continue }
                _ = try await client.request("resources/read", params: ["uri": uri], asking: user)
            }
            for prompt in try await client.list("prompts/list", items: "prompts") {
                guard let name = prompt["name"] else { continue }
                _ = try await client.request("prompts/get", params: ["name": name], asking: user)
            }
        case .toolsCall, .elicitationDefaults, .eventStreamRetry, .requestState, .invalidToolHeaders:
            try await Self.callAll(tools, client, user)
        }
    }

    private static func callAll(_ tools: [JSONValue], _ client: Client, _ user: PlayedUser) async throws {
        for tool in tools {
            guard let name = tool["name"]?.stringValue else { continue }
            try await call(name, PlayedUser.filledIn(tool["inputSchema"] ?? [:]), client, user)
        }
    }

    private static func call(_ name: String, _ arguments: JSONObject, _ client: Client, _ user: PlayedUser) async throws
    {
        let params: JSONObject = ["name": .string(name), "arguments": .object(arguments)]
        _ = try await client.request("tools/call", params: params, asking: user)
    }
}
