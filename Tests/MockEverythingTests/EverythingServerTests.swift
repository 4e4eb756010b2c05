import HTTPTestSupport
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import Testing
import TestSupport

@Suite("The server with everything", .timeLimit(.minutes(1)))
struct EverythingServerTests {
    static let scenes = ProtocolRevision.allCases.flatMap { revision in
        Reach.allCases.map { Scene(reach: $0, revision: revision) }
    }

    @Test("lists and calls all it has in every revision, and all of it is valid there", arguments: scenes)
    func allRevisions(scene: Scene) async throws {
        try await scene.open { stage in
            let tools = try await stage.client.list("tools/list", items: "tools")
            let names = tools.compactMap { $0["name"]?.stringValue }
            #expect(names.contains("test_audio_content") == (scene.revision >= .march2025))
            #expect(names.contains("test_elicitation") == (scene.revision >= .june2025))
            #expect(names.contains("test_elicitation_sep1330_enums") == (scene.revision >= .november2025))
            for tool in tools {
                var arguments = JSONObject()
                for name in tool["inputSchema"]?["required"]?.arrayValue ?? [] {
                    arguments[name.stringValue ?? ""] = "x"
                }
                // Its requirements are not where a list of required members would be.
                if tool["name"] == "json_schema_2020_12_tool" { arguments = ["email": "someone@example.com"] }
                let params: Members = ["name": tool["name"] ?? .null, "arguments": .object(arguments)]
                _ = try await stage.client.requestWithInputs("tools/call", params: params)
            }
            for prompt in try await stage.client.list("prompts/list", items: "prompts") {
                var params: JSONObject = ["name": prompt["name"] ?? .null]
                let arguments = prompt["arguments"]?.arrayValue ?? []
                if !arguments.isEmpty {
                    let pairs = arguments.map { ($0["name"]?.stringValue ?? "", "x" as JSONValue) }
                    params["arguments"] = .object(JSONObject(pairs))
                }
                _ = try await stage.client.requestWithInputs("prompts/get", params: Members(params))
            }
            for resource in try await stage.client.list("resources/list", items: "resources") {
                _ = try await stage.result("resources/read", ["uri": resource["uri"] ?? .null])
            }
        }
    }

    @Test("says that there is no such resource with the code of the revision", arguments: scenes)
    func notFound(scene: Scene) async throws {
        try await scene.open { stage in
            let error = try await stage.error("resources/read", ["uri": "test://nowhere"])
            #expect(error.code == (scene.revision.era == .legacy ? -32002 : -32602))
        }
    }

    @Test("refuses wrong arguments as its revision wants it", arguments: scenes)
    func wrongArguments(scene: Scene) async throws {
        try await scene.open { stage in
            let params: JSONObject = ["name": "test_header_params", "arguments": ["region": 1]]
            guard scene.revision >= .november2025 else {
                let error = try await stage.error("tools/call", params)
                #expect(error.code == .invalidParams)
                return
            }
            let result = try await stage.result("tools/call", params)
            #expect(result["isError"] == true)
        }
    }

    @Test("tells legacy clients of every changed list", arguments: Reach.allCases)
    func listChanged(reach: Reach) async throws {
        try await Scene(reach: reach, revision: .november2025).open { stage in
            var feed = stage.client.notifications.makeAsyncIterator()
            for list in ["tool", "prompt", "resource"] {
                _ = try await stage.call("test_trigger_\(list)_change")
                #expect(await feed.next()?.method == "notifications/\(list)s/list_changed")
            }
            let names = try await stage.client.listTools().map(\.name)
            #expect(names.contains("test_dynamic_tool"))
            #expect(try await stage.call("test_dynamic_tool")["content"]?[0]?["text"] == "Here I am.")
        }
    }

    @Test("gives its lists in pages, and refuses cursors it never gave")
    func pages() async throws {
        let judge = WireJudge()
        defer { judge.report() }
        let (near, far) = judge.pair()
        let server = EverythingServer.forTests(itemsPerPage: 7)
        let run = await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: far) }
            let run = await withClient(
                over: near,
                configuration: ClientConfiguration(
                    info: Implementation(name: "test", version: "1"),
                    bounds: .patient
                ),
                clock: ContinuousClock()
            ) { client in
                let names = try await client.listTools().map(\.name)
                #expect(Set(names).count == names.count && names.count > 20)
                let first = try await client.request("tools/list").value
                #expect(first["tools"]?.arrayValue?.count == 7 && first["nextCursor"] == "7")
                for cursor in ["0", "-1", "x", "9999"] {
                    let outcome = await client.outcome(of: "tools/list", params: ["cursor": .string(cursor)])
                    guard case .error(let error) = outcome else {
                        Issue.record("\(outcome)")
                        continue
                    }
                    #expect(error.code == .invalidParams)
                }
            }
            await group.waitForAll()
            return run
        }
        try run.value
    }

    @Test("tells every session that watches a resource of its change, and no other one")
    func watchers() async throws {
        let uri: JSONValue = "test://watched-resource"
        try await withEverything { address in
            try await HTTPPool.with { pool in
                func session<Value>(_ body: @escaping (Client) async throws -> Value) async throws -> Value {
                    try await withJudgedHTTPClient(
                        HTTPClientSettings(address: address),
                        exchanger: pool,
                        configuration: ClientConfiguration(
                            info: Implementation(name: "test", version: "1"),
                            offer: .legacy,
                            bounds: .patient
                        ),
                        clock: ContinuousClock()
                    ) { client, _ in try await body(client) }.run.value
                }
                try await session { watcher in
                    _ = try await watcher.request("resources/subscribe", params: ["uri": uri])
                    try await session { other in
                        _ = try await other.callTool("test_trigger_resource_update", arguments: ["uri": uri])
                        _ = try await other.callTool("test_trigger_tool_change")
                        for await heard in other.notifications {
                            #expect(heard.method == "notifications/tools/list_changed")
                            break
                        }
                    }
                    for await heard in watcher.notifications {
                        #expect(heard.method == "notifications/resources/updated")
                        #expect(heard.params?["uri"] == uri)
                        break
                    }
                }
            }
        }
    }

    @Test("ends subscriptions with an answer when it ends")
    func gracefulEnd() async throws {
        let judge = WireJudge()
        defer { judge.report() }
        let (near, far) = judge.pair()
        let server = EverythingServer.forTests()
        let run = await withTaskGroup { group in
            group.addTask { _ = await server.serve(over: far) }
            let run = await withClient(
                over: near,
                configuration: ClientConfiguration(
                    info: Implementation(name: "test", version: "1"),
                    offer: .modern,
                    bounds: .patient
                ),
                clock: ContinuousClock()
            ) { client in
                try await withThrowingTaskGroup(of: Payload.self) { group in
                    group.addTask {
                        let params: Members = ["notifications": ["toolsListChanged": true]]
                        return try await client.request("subscriptions/listen", params: params)
                    }
                    var feed = client.notifications.makeAsyncIterator()
                    #expect(await feed.next()?.method == "notifications/subscriptions/acknowledged")
                    server.finish()
                    let result = try #require(try await group.next())
                    #expect(result.value["resultType"] == "complete")
                    #expect(result.value["_meta"]?[MetaKey.subscriptionID] != nil)
                }
            }
            await group.waitForAll()
            return run
        }
        try run.value
    }
}
