import JSON
import MCP
import MCPConnection
import Testing

@Suite("Our client and the tasks of the server with everything", .timeLimit(.minutes(1)))
struct TaskFollowingTests {
    static let scenes = Reach.allCases.map { Scene(reach: $0, revision: .july2026) }

    @Test("a call is followed to its end, with everything answered that is asked", arguments: scenes)
    func followed(scene: Scene) async throws {
        try await scene.open(capabilities: TaskScene.allCapabilities) { stage in
            let client = stage.client
            let both = try await client.callTool("multi_input").value
            #expect(both["content"]?[0]?["text"] == "2 of 2 said yes.")
            #expect(stage.user.asked.count == 2)
            let greeted = try await client.requestWithInputs("tools/call", params: ["name": "test_tool_with_task"])
            #expect(greeted.value["content"]?[0]?["text"]?.stringValue?.hasPrefix("Hello, ") == true)
            #expect(stage.user.asked.count == 3)
            let failed = try await client.callTool("failing_job").value
            #expect(failed["isError"] == true)
            let outcome = await client.outcomeAfterInputs(of: "tools/call", params: ["name": "protocol_error_job"])
            guard case .error(let error) = outcome else { throw Unexpected("\(outcome)") }
            #expect(error.code == .internalError)
        }
    }

    @Test("clients that know no tasks see no tools for them, in any revision", arguments: ProtocolRevision.allCases)
    func unseen(revision: ProtocolRevision) async throws {
        try await Scene(reach: .http, revision: revision).open { stage in
            let names = try await stage.client.listTools().map(\.name)
            // A client of 2025-11-25 does not say whether it knows tasks: it sees what it may call either way.
            #expect(names.contains("slow_compute") == (revision == .november2025))
            #expect(!names.contains("confirm_delete") && names.contains("test_simple_text"))
            #expect(stage.client.server.capabilities.declares("tasks") == (revision == .november2025))
            if revision != .november2025 {
                let ignored = try await stage.result("tools/call", ["name": "test_simple_text", "task": ["ttl": 1]])
                #expect(ignored["content"]?[0]?["type"] == "text", "who runs no tasks does what was asked as ever")
            }
            let extensions = stage.client.server.capabilities.json["extensions"]
            #expect((extensions?[TaskExtension.name] != nil) == (revision.era == .modern))
        }
    }

    @Test("in 2025-11-25 it is the client that makes a call a task", arguments: Reach.allCases)
    func legacy(reach: Reach) async throws {
        try await Scene(reach: reach, revision: .november2025).open { stage in
            let client = stage.client
            let tools = try await client.listTools()
            let slow = try #require(tools.first { $0.name == "slow_compute" })
            #expect(slow.taskSupport == "optional")
            let arguments: JSONObject = ["seconds": 0.05, "label": "x"]
            let outcome = await client.outcomeAsTask(of: slow, arguments: arguments, timeToLive: .seconds(60))
            guard case .result(let computed) = outcome else { throw Unexpected("\(outcome)") }
            #expect(computed.value["content"]?[0]?["text"] == "Computed x in 0.05 seconds.")
            #expect(computed.value["_meta"]?[LegacyTasks.relatedTask]?["taskId"]?.stringValue != nil)

            // What is not listed for everybody can be called by those who know it.
            let asking = Tool(name: "multi_input", taskSupport: "required")
            guard case .result(let both) = await client.outcomeAsTask(of: asking) else {
                throw Unexpected("multi_input failed")
            }
            #expect(both.value["content"]?[0]?["text"] == "2 of 2 said yes.")
            #expect(stage.user.asked.allSatisfy { $0.params?["_meta"]?[LegacyTasks.relatedTask] != nil })
            let broken = await client.outcomeAsTask(of: Tool(name: "protocol_error_job", taskSupport: "required"))
            guard case .error(let error) = broken else { throw Unexpected("\(broken)") }
            #expect(error.code == .internalError)

            let listed = try await stage.result(LegacyTasks.list)["tasks"]?.arrayValue ?? []
            #expect(listed.map { $0["status"] } == ["completed", "completed", "failed"])
            #expect(try await stage.error("tools/call", ["name": "multi_input"]).code == .methodNotFound)
            let forbidden: JSONObject = ["name": "test_simple_text", "task": [:]]
            #expect(try await stage.error("tools/call", forbidden).code == .methodNotFound)
            #expect(try await stage.error(LegacyTasks.result, ["taskId": "none"]).code == .invalidParams)
        }
    }
}
