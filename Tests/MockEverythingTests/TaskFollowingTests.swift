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
            #expect(!names.contains("slow_compute") && names.contains("test_simple_text"))
            let extensions = stage.client.server.capabilities.json["extensions"]
            #expect((extensions?[TaskExtension.name] != nil) == (revision.era == .modern))
        }
    }
}
