import Daemon
import DaemonAPI
import Foundation
import Health
import JSON
import Testing

@Suite("The user's entries at the desk")
struct DeskRegistryTests {
    private let scene: DeskScene

    init() throws {
        scene = try DeskScene()
    }

    private static let short: JSONValue = [
        "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server",
        "configSchema": [
            "MY_API_KEY": ["type": "string", "required": true, "description": "API key for My Tool"]
        ],
        "tools": ["my_tool_action_1", "my_tool_action_2"],
    ]

    @Test(
        "the short form appears while the daemon runs, and so does what is wrong with another",
        .timeLimit(.minutes(1))
    )
    func pasted() async throws {
        try await scene.open { desk in
            #expect(try await desk.status().integrations.isEmpty)
            try scene.write([Self.short, ["id": "broken", "nam": "x"]])
            _ = try await desk.wait(for: "my-tool") { _ in true }
            let report = try await desk.integration("my-tool")
            #expect(report.isCustom && report.tools == ["my_tool_action_1", "my_tool_action_2"])
            #expect(report.fields.map(\.name) == ["MY_API_KEY"] && report.fields[0].isSecret)
            let faults = try await desk.status().faults
            #expect(faults.contains { $0.subject == "broken" && $0.fix.contains("name") }, "\(faults)")
            let problem = await #expect(throws: Problem.self) { try await desk.integration("broken") }
            #expect(problem?.status == 404 && problem?.code == "faulty_entry")
            #expect(problem?.detail.contains("integrations.json:") == true, "\(String(describing: problem))")
        }
    }

    @Test("an entry that changes runs as it is now, and one that goes is stopped", .timeLimit(.minutes(1)))
    func changed() async throws {
        try scene.write([scene.weather()])
        try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            let pid = try await desk.integration("weather").processID
            try scene.write([scene.weather(interval: "30s")])
            while try await desk.integration("weather").processID.map({ $0 == pid }) ?? true {
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
            try scene.write([])
            while try await !desk.status().integrations.isEmpty {
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            try scene.write([scene.weather()])
            // What was set is still there.
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }

    @Test("an entry is added beside others, and none that starts a command", .timeLimit(.minutes(1)))
    func added() async throws {
        try scene.write([scene.weather()])
        try await scene.open { desk in
            let report = try await desk.add(Self.short)
            #expect(report.status.id == "my-tool" && report.isCustom)
            #expect(try await desk.status().integrations.map(\.id) == ["weather", "my-tool"])
            let refused = await #expect(throws: Problem.self) { try await desk.add(scene.weather(id: "evil")) }
            #expect(refused?.code == "command_refused")
            let preload: JSONValue = [
                "id": "x", "name": "X", "npmPackage": "x", "configSchema": ["NODE_OPTIONS": ["type": "string"]],
            ]
            let loader = await #expect(throws: Problem.self) { try await desk.add(preload) }
            #expect(loader?.code == "command_refused")
            let wrong = await #expect(throws: Problem.self) { try await desk.add(["id": "x", "nam": "X"]) }
            #expect(wrong?.status == 422 && (wrong?.faults.count ?? 0) >= 2)
        }
    }
}
