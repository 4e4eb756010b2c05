import HTTPTestSupport
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Synchronization
import TestSupport
import Testing

@testable import MockEverything

/// Our client against servers that behave as those of the suite's client scenarios.
@Suite("Scenarios of the official suite for clients", .timeLimit(.minutes(1)))
struct ClientScenarioTests {
    private static let tool: JSONValue = ["name": "a_tool", "inputSchema": ["type": "object"]]

    private func play(
        _ scenario: String,
        version: String = "2026-07-28",
        context: JSONValue? = nil,
        at address: HTTPAddress,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let player = try ScenarioPlayer(address: address, version: version, context: context?.text())
        let judge = WireJudge([.clientToServer])
        try await HTTPPool.with { pool in
            let exchanger = JudgedExchanger(pool, judge: judge)
            try await player.play(scenario, exchanger: exchanger, clock: ContinuousClock())
        }
        judge.report(sourceLocation: sourceLocation)
    }

    private func play(_ scenario: String, context: JSONValue? = nil, with server: SuiteServer) async throws {
        try await server.run { try await play(scenario, context: context, at: $0) }
    }

    @Test("initialize and tools_call: the tools are listed and called", arguments: ["2025-11-25", "2026-07-28"])
    func toolsCall(version: String) async throws {
        try await withEverything { address in
            try await play("initialize", version: "2025-11-25", at: address)
            try await play("initialize", version: "2024-11-05", at: address)
        }
        let sum: JSONValue = [
            "name": "add_numbers",
            "inputSchema": [
                "type": "object", "properties": ["a": ["type": "number"], "b": ["type": "number"]],
                "required": ["a", "b"],
            ],
        ]
        let calls = Mutex<[JSONValue]>([])
        let settings = Self.settings { call in
            if call.context.method == "tools/list" { return ["tools": [sum]] }
            calls.withLock { $0.append(call.context.params["arguments"] ?? .null) }
            return ["content": [["type": "text", "text": "2"]]]
        }
        try await withEverything(adjust: { $0 = settings }) { try await play("tools_call", version: version, at: $0) }
        #expect(calls.withLock(\.self) == [["a": 1, "b": 1]])
    }

    @Test("elicitation-sep1034-client-defaults: what has a default is filled in with it")
    func elicitationDefaults() async throws {
        let replies = Mutex<[JSONObject]>([])
        let settings = Self.settings { call in
            if call.context.method == "tools/list" { return ["tools": [Self.tool]] }
            let schema: JSONValue = [
                "type": "object",
                "properties": [
                    "name": ["type": "string", "default": "John Doe"], "age": ["type": "integer", "default": 30],
                    "score": ["type": "number", "default": 95.5],
                    "status": ["type": "string", "enum": ["inactive", "active"], "default": "active"],
                    "verified": ["type": "boolean", "default": true],
                ],
            ]
            let outcome = await call.request("elicitation/create", params: ["message": "?", "requestedSchema": schema])
            if case .result(let reply) = outcome { replies.withLock { $0.append(reply) } }
            return ["content": []]
        }
        try await withEverything(adjust: { $0 = settings }) { address in
            try await play("elicitation-sep1034-client-defaults", version: "2025-11-25", at: address)
        }
        let content: JSONValue = [
            "name": "John Doe", "age": 30, "score": 95.5, "status": "active", "verified": true,
        ]
        #expect(replies.withLock(\.self) == [["action": "accept", "content": content]])
    }

    @Test("sse-retry: a stream that ends early is taken up again where it ended")
    func eventStreamRetry() async throws {
        let server = SuiteServer { asked, earlier in
            switch (asked.httpMethod, asked.method) {
            case ("GET", _) where asked.field("Last-Event-ID") == nil:
                return .init(status: 405, text: "")
            case ("GET", _):
                let id = earlier.last { $0.method == "tools/call" }?.message["id"] ?? .null
                let answer: JSONValue = ["jsonrpc": "2.0", "id": id, "result": ["content": []]]
                return .init(text: "id: event-2\ndata: \(answer.text())\n\n", type: "text/event-stream")
            case (_, "initialize"):
                let result: JSONValue = [
                    "protocolVersion": "2025-03-26", "capabilities": ["tools": [:]],
                    "serverInfo": ["name": "suite", "version": "1"],
                ]
                var reply = SuiteServer.Reply.plain(result, to: asked)
                reply.fields = ["Mcp-Session-Id": "s-1"]
                return reply
            case (_, "tools/list"): return .plain(["tools": [Self.tool]], to: asked)
            case (_, "tools/call"):
                return .init(text: "id: event-1\nretry: 20\ndata: \n\n", type: "text/event-stream")
            default: return .init(status: 202, text: "")
            }
        }
        try await server.run { try await play("sse-retry", version: "2025-11-25", at: $0) }
        let resumed = server.asked.filter { $0.httpMethod == "GET" && $0.field("Last-Event-ID") != nil }
        #expect(resumed.map { $0.field("Last-Event-ID") } == ["event-1"])
        #expect(server.calls("a_tool").count == 1)
    }

    @Test("request-metadata: every request says who asks, in a version that the server takes")
    func requestMetadata() async throws {
        let modern = SuiteServer.modern(tools: [])
        let server = SuiteServer { asked, earlier in
            let refused = ErrorObject.unsupportedVersion("2026-07-28", supported: [.july2026])
            if earlier.isEmpty { return .error(refused, status: 400, to: asked) }
            return modern.said(to: asked)
        }
        try await play("request-metadata", with: server)
        #expect(server.asked.map(\.method).contains("tools/list"))
        for asked in server.asked {
            let meta = asked.params["_meta"]
            #expect(asked.field("MCP-Protocol-Version") == "2026-07-28")
            #expect(meta?[MetaKey.protocolVersion] == "2026-07-28")
            #expect(meta?[MetaKey.clientInfo]?["name"] == "openwork-mock-client")
            #expect(
                meta?[MetaKey.clientCapabilities]?.objectValue?.keys.sorted() == ["elicitation", "roots", "sampling"]
            )
        }
    }

    @Test("http-standard-headers: method and name stand in the headers")
    func standardHeaders() async throws {
        let server = SuiteServer.modern(tools: [Self.tool, ["name": "my-tool", "inputSchema": ["type": "object"]]])
        try await play("http-standard-headers", with: server)
        let named = ["tools/call": "name", "resources/read": "uri", "prompts/get": "name"]
        for asked in server.asked where asked.httpMethod == "POST" {
            #expect(asked.field("Mcp-Method") == asked.method)
            if let member = named[asked.method] {
                #expect(asked.field("Mcp-Name") == asked.params[member]?.stringValue)
            }
        }
        #expect(Set(server.asked.map(\.method)).isSuperset(of: ["tools/call", "resources/read", "prompts/get"]))
    }

    @Test("http-custom-headers: annotated arguments are repeated in headers, encoded where they must be")
    func customHeaders() async throws {
        let properties: JSONValue = [
            "region": ["type": "string", "x-mcp-header": "Region"],
            "priority": ["type": "integer", "x-mcp-header": "Priority"],
            "verbose": ["type": "boolean", "x-mcp-header": "Verbose"],
            "method_val": ["type": "string", "x-mcp-header": "Method"],
            "word": ["type": "string", "x-mcp-header": "Word"],
            "padded": ["type": "string", "x-mcp-header": "Padded"],
            "lines": ["type": "string", "x-mcp-header": "Lines"], "query": ["type": "string"],
        ]
        let tool: JSONValue = [
            "name": "test_custom_headers", "inputSchema": ["type": "object", "properties": properties],
        ]
        let server = SuiteServer.modern(tools: [tool])
        let context: JSONValue = [
            "toolCalls": [
                [
                    "name": "test_custom_headers",
                    "arguments": [
                        "region": "us-west1", "priority": 42, "verbose": false, "method_val": "test", "word": "世界",
                        "padded": " a ", "lines": "a\nb", "query": "SELECT",
                    ],
                ],
                ["name": "test_custom_headers", "arguments": ["region": "us-east1", "verbose": nil]],
            ]
        ]
        try await play("http-custom-headers", context: context, with: server)
        let calls = server.calls("test_custom_headers")
        try #require(calls.count == 2)
        let expected = [
            "Region": "us-west1", "Priority": "42", "Verbose": "false", "Method": "test",
            "Word": "=?base64?5LiW55WM?=", "Padded": "=?base64?IGEg?=", "Lines": "=?base64?YQpi?=",
        ]
        for (name, value) in expected { #expect(calls[0].field("Mcp-Param-\(name)") == value, "\(name)") }
        #expect(calls[0].field("Mcp-Param-query") == nil)
        #expect(calls[0].field("Mcp-Method") == "tools/call")
        #expect(calls[1].field("Mcp-Param-Region") == "us-east1")
        #expect(calls[1].field("Mcp-Param-Verbose") == nil)
    }

    @Test("http-invalid-tool-headers: tools with wrong annotations are never called")
    func invalidToolHeaders() async throws {
        func tool(_ name: String, _ properties: JSONValue) -> JSONValue {
            ["name": .string(name), "inputSchema": ["type": "object", "properties": properties]]
        }
        let server = SuiteServer.modern(tools: [
            tool("valid_tool", ["region": ["type": "string", "x-mcp-header": "Region"]]),
            tool("empty", ["a": ["type": "string", "x-mcp-header": ""]]),
            tool("object", ["a": ["type": "object", "x-mcp-header": "A"]]),
            tool(
                "twice",
                ["a": ["type": "string", "x-mcp-header": "A"], "b": ["type": "string", "x-mcp-header": "a"]]
            ),
            tool("space", ["a": ["type": "string", "x-mcp-header": "A B"]]),
            tool("control", ["a": ["type": "string", "x-mcp-header": "A\n"]]),
        ])
        try await play("http-invalid-tool-headers", with: server)
        let called = server.asked.filter { $0.method == "tools/call" }.map { $0.params["name"] ?? .null }
        #expect(called == ["valid_tool"])
    }

    @Test("sep-2322-client-request-state: states go back as they came, and to nobody else")
    func requestState() async throws {
        let state = #"{"nonce": 1,  "b":"ä"}"#
        let tools = ["with_state", "without_state", "unrelated", "no_type"].map { name -> JSONValue in
            ["name": .string(name), "inputSchema": ["type": "object"]]
        }
        let server = SuiteServer.modern(tools: tools) { asked in
            let name = asked.params["name"]?.stringValue ?? ""
            if name == "no_type" { return .plain(["content": []], to: asked) }
            guard name.hasSuffix("_state"), asked.params["inputResponses"] == nil else {
                return .result(["content": []], to: asked)
            }
            let form: JSONValue = [
                "method": "elicitation/create",
                "params": [
                    "message": "?",
                    "requestedSchema": ["type": "object", "properties": ["confirmed": ["type": "boolean"]]],
                ],
            ]
            var needed: JSONObject = ["resultType": "input_required", "inputRequests": ["confirm": form]]
            if name == "with_state" { needed["requestState"] = .string(state) }
            return .result(needed, to: asked)
        }
        try await play("sep-2322-client-request-state", with: server)
        let reply: JSONValue = ["confirm": ["action": "accept", "content": ["confirmed": true]]]
        let stateful = server.calls("with_state")
        #expect(stateful.map { $0.params["inputResponses"] } == [nil, reply])
        #expect(stateful.map { $0.params["requestState"]?.stringValue } == [nil, state])
        #expect(stateful.first?.message["id"] != stateful.last?.message["id"])
        #expect(server.calls("without_state").map { $0.params["requestState"] } == [nil, nil])
        #expect(server.calls("unrelated").map { $0.params["inputResponses"] } == [nil])
        #expect(server.calls("no_type").count == 1)
    }

    @Test("json-schema-ref-no-deref: what a schema refers to is not fetched")
    func noDereferencing() async throws {
        let schema: JSONValue = [
            "type": "object", "properties": ["profile": ["$ref": "http://127.0.0.1:1/canary.json"]],
        ]
        let server = SuiteServer.modern(tools: [["name": "lookup_user", "inputSchema": schema]])
        try await play("json-schema-ref-no-deref", with: server)
        #expect(server.asked.contains { $0.method == "tools/list" })
        #expect(server.asked.allSatisfy { $0.path == "/mcp" })
    }

    @Test("json-schema-2020-12-preservation: a schema comes back as it was listed")
    func schemaPreservation() async throws {
        let schema = try #require(ToolFixture.schemas.first?.tool.inputSchema)
        let server = SuiteServer.modern(tools: [
            ["name": "json_schema_2020_12_tool", "inputSchema": schema],
            ["name": "json_schema_echo", "inputSchema": ["type": "object"]],
        ])
        try await play("json-schema-2020-12-preservation", with: server)
        #expect(server.calls("json_schema_echo").map { $0.params["arguments"]?["schema"]?.text() } == [schema.text()])
    }

    @Test("a scenario about authorization is refused, and nothing is pretended, while there is no authorizer")
    func authorization() async throws {
        let server = SuiteServer.modern(tools: [])
        await #expect(throws: PlayError.needsAuthorization("auth/basic-cimd")) {
            try await play("auth/basic-cimd", with: server)
        }
        await #expect(throws: PlayError.unknown("nonsense")) { try await play("nonsense", with: server) }
        #expect(server.asked.isEmpty)
    }

    private static func settings(
        _ answer: @escaping @Sendable (ServerCall) async throws(ErrorObject) -> Members
    ) -> MCPEndpointSettings {
        MCPEndpointSettings(
            configuration: ServerConfiguration(
                info: Implementation(name: "suite", version: "1"),
                capabilities: ServerCapabilities(["tools": [:]]),
                methods: ["tools/list", "tools/call"]
            ),
            handlers: { _ in ServerHandlers { call throws(ErrorObject) in try await answer(call) } }
        )
    }
}
