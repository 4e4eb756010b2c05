import JSON
import MCP
import MCPConnection
import Testing

extension ServerScenario {
    /// The tasks extension, told by hand: each step of a task is a request of its own.
    static let tasks: [ServerScenario] = [
        ServerScenario("tasks-lifecycle") { try await TaskScene.play($0, lifecycle) },
        ServerScenario("tasks-capability-negotiation") { try await TaskScene.play($0, negotiation) },
        ServerScenario("tasks-wire-fields") { try await TaskScene.play($0, wireFields) },
        ServerScenario("tasks-request-state-removal") { try await TaskScene.play($0, requestState) },
        ServerScenario("tasks-mrtr-input") { try await TaskScene.play($0, inputs) },
        ServerScenario("tasks-request-headers", only: .http) { try await TaskScene.play($0, headers) },
        ServerScenario("tasks-dispatch-and-envelope") { try await TaskScene.play($0, dispatch) },
        ServerScenario("tasks-status-notifications", notifications),
        ServerScenario("tasks-required-task-error") { try await TaskScene.play($0, required) },
        ServerScenario("tasks-mrtr-composition") { try await TaskScene.play($0, composition) },
    ]

    private static func lifecycle(_ scene: inout TaskScene) async throws {
        let sync = try await scene.call("greet", ["name": "World"]).result
        #expect(sync["resultType"] == "complete" && sync["taskId"] == nil)
        #expect(sync["content"]?[0]?["text"] == "Hello, World!")

        let created = try await scene.call("slow_compute", ["seconds": 0.3]).result
        #expect(created["resultType"] == "task")
        for member in ["task", "result", "error", "inputRequests"] { #expect(created[member] == nil) }
        let id = try #require(created["taskId"]?.stringValue)
        let running = try await scene.get(id).result
        #expect(running["taskId"] == .string(id) && running["status"] == "working")
        let done = try await scene.final(id)
        #expect(done["status"] == "completed")
        #expect(done["result"]?["content"]?[0]?["text"]?.stringValue?.hasPrefix("Computed") == true)

        let failed = try await scene.final(try await scene.start("failing_job"))
        #expect(failed["status"] == "completed" && failed["result"]?["isError"] == true)
        let broken = try await scene.final(try await scene.start("protocol_error_job"))
        #expect(broken["status"] == "failed" && broken["result"] == nil)
        #expect(broken["error"]?["code"] == -32603 && broken["error"]?["message"]?.stringValue != nil)

        let long = try await scene.start("slow_compute", ["seconds": 60])
        #expect(isAcknowledged(try await scene.cancel(long)))
        #expect(try await scene.final(long)["status"] == "cancelled")
        #expect(isAcknowledged(try await scene.cancel(id)))
        #expect(try await scene.get(id).result["status"] == "completed")
    }

    private static func negotiation(_ scene: inout TaskScene) async throws {
        let discovered = try await scene.ask("server/discover").result
        #expect(discovered["capabilities"]?["extensions"]?[TaskExtension.name] == [:])
        #expect(discovered["capabilities"]?["tasks"] == nil)
        #expect(try await scene.tools().contains("slow_compute"))

        scene.capabilities = [:]
        for method in TaskExtension.methods {
            let reply = try await scene.ask(method, ["taskId": "x", "inputResponses": [:]], name: "x")
            #expect(reply.code == -32021, "\(method)")
        }
        let sync = try await scene.call("slow_compute", ["seconds": 0]).result
        #expect(sync["resultType"] == "complete" && sync["taskId"] == nil && sync["content"] != nil)
        #expect(try await scene.tools().contains("slow_compute") == false)
    }

    private static func wireFields(_ scene: inout TaskScene) async throws {
        let created = try await scene.call("slow_compute", ["seconds": 0]).result
        #expect((created["ttlMs"]?.intValue ?? 0) > 0 && (created["pollIntervalMs"]?.intValue ?? 0) > 0)
        #expect(created["ttl"] == nil && created["pollInterval"] == nil)
        let id = try #require(created["taskId"]?.stringValue)
        let done = try await scene.final(id)
        #expect(done["result"]?["_meta"]?["io.modelcontextprotocol/related-task"] == nil)
        #expect(try await scene.get(id).result["status"] == "completed")
    }

    private static func requestState(_ scene: inout TaskScene) async throws {
        let created = try await scene.call("slow_compute", ["seconds": 60]).result
        #expect(created["requestState"] == nil)
        let id = try #require(created["taskId"]?.stringValue)
        #expect(try await scene.get(id).result["requestState"] == nil)
        _ = try await scene.cancel(id)
    }

    private static func inputs(_ scene: inout TaskScene) async throws {
        let id = try await scene.start("confirm_delete", ["filename": "a.txt"])
        let waiting = try await scene.waiting(id)
        let key = try #require(waiting["inputRequests"]?.objectValue?.first?.key)
        #expect(waiting["inputRequests"]?[key]?["method"] == "elicitation/create")
        let yes: JSONValue = ["action": "accept", "content": ["confirm": true]]
        #expect(isAcknowledged(try await scene.update(id, [key: yes])))
        #expect(try await scene.final(id)["result"]?["content"]?[0]?["text"] == "a.txt would be gone.")

        let both = try await scene.start("multi_input")
        let keys = try #require(try await scene.waiting(both)["inputRequests"]?.objectValue?.map(\.key))
        try #require(keys.count == 2)
        #expect(isAcknowledged(try await scene.update(both, [keys[0]: yes])))
        let half = try await scene.get(both).result
        #expect(half["status"] == "input_required")
        #expect(half["inputRequests"]?.objectValue?.map(\.key) == [keys[1]])
        _ = try await scene.update(both, [keys[1]: yes])
        #expect(try await scene.final(both)["status"] == "completed")
    }

    private static func headers(_ scene: inout TaskScene) async throws {
        let id = try await scene.start("slow_compute", ["seconds": 60])
        #expect(try await scene.get(id).result["taskId"] == .string(id))
        #expect(try await scene.call("greet", fields: ["Mcp-Method": "tasks/get"]).code == -32020)
        #expect(try await scene.ask(TaskExtension.get, ["taskId": .string(id)], name: "other").code == -32020)
        _ = try await scene.cancel(id)
    }

    private static func dispatch(_ scene: inout TaskScene) async throws {
        for method in ["tasks/result", "tasks/list"] {
            #expect(try await scene.ask(method, ["taskId": "x"], name: "x").code == -32601, "\(method)")
        }
        let hinted = try await scene.ask(
            "tools/call",
            ["name": "greet", "arguments": [:], "task": ["ttl": 60_000, "pollInterval": 100]],
            name: "greet"
        )
        #expect(hinted.result["resultType"] == "complete" && hinted.result["taskId"] == nil)
        let id = try await scene.start("slow_compute", ["seconds": 60])
        #expect(try await scene.get(id).result["resultType"] == "complete")
        #expect(isAcknowledged(try await scene.cancel(id)))
        let parked = try await scene.start("confirm_delete")
        _ = try await scene.waiting(parked)
        #expect(isAcknowledged(try await scene.update(parked, ["unknown-key": ["ignored": true]])))
        #expect(try await scene.get(parked).result["status"] == "input_required")
        _ = try await scene.cancel(parked)
        for method in TaskExtension.methods {
            let reply = try await scene.ask(method, ["taskId": "nowhere", "inputResponses": [:]], name: "nowhere")
            #expect(reply.code == -32602, "\(method)")
        }
    }

    private static func required(_ scene: inout TaskScene) async throws {
        scene.capabilities = [:]
        let reply = try await scene.call("failing_job")
        #expect(reply.code == -32021)
        let needed = reply.answer["error"]?["data"]?["requiredCapabilities"]
        #expect(needed?["extensions"]?[TaskExtension.name] == [:])
    }

    private static func composition(_ scene: inout TaskScene) async throws {
        let first = try await scene.call("test_tool_with_task").result
        #expect(first["resultType"] == "input_required" && first["taskId"] == nil)
        let key = try #require(first["inputRequests"]?.objectValue?.first?.key)
        var params: JSONObject = ["name": "test_tool_with_task", "arguments": [:]]
        params["inputResponses"] = [key: ["action": "accept", "content": ["name": "Alice"]]]
        params["requestState"] = first["requestState"]
        let second = try await scene.ask("tools/call", params, name: "test_tool_with_task").result
        #expect(second["resultType"] == "task" && second["requestState"] == nil && second["inputRequests"] == nil)
        let id = try #require(second["taskId"]?.stringValue)
        #expect(try await scene.final(id)["result"]?["content"]?[0]?["text"] == "Hello, Alice!")
    }

    private static func isAcknowledged(_ reply: ModernPeer.Reply) -> Bool {
        let members = reply.result.objectValue?.map(\.key) ?? []
        return reply.result["resultType"] == "complete" && Set(members).isSubset(of: ["resultType", "_meta"])
    }

    /// Listens for a task from the beginning to its end; the suite itself does not play this one.
    private static func notifications(_ scene: Scene) async throws {
        try await scene.open(capabilities: TaskScene.allCapabilities) { stage in
            let created = try await stage.call("slow_compute", ["seconds": 60])
            let id = try #require(created["taskId"]?.stringValue)
            var feed = stage.client.notifications.makeAsyncIterator()
            let client = stage.client
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var options = RequestOptions()
                    options.timeLimit = .none
                    let params: Members = ["notifications": ["taskIds": [.string(id), "nobody's"]]]
                    _ = await client.outcome(of: "subscriptions/listen", params: params, options: options)
                }
                #expect(await feed.next()?.params?["notifications"] == ["taskIds": [.string(id)]])
                let now = try #require(await feed.next())
                #expect(now.method == TaskExtension.notification && now.params?["status"] == "working")
                _ = try await stage.result(TaskExtension.cancel, ["taskId": .string(id)])
                while let next = await feed.next() {
                    #expect(next.params?["taskId"] == .string(id))
                    if next.params?["status"] == "cancelled" { break }
                }
                group.cancelAll()
            }
        }
        try await scene.open(capabilities: .none) { stage in
            let error = try await stage.error("subscriptions/listen", ["notifications": ["taskIds": ["x"]]])
            #expect(error.code == .missingClientCapability)
        }
    }
}
