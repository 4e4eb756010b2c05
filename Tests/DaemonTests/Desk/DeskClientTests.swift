import Daemon
import DaemonAPI
import Store
import Testing

@Suite("What clients are told of a role")
struct DeskClientTests {
    @Test("is the daemon's own address, without a token where none is wanted", .timeLimit(.minutes(1)))
    func clients() async throws {
        let scene = try DeskScene()
        try scene.writeRole()
        try await scene.open { desk in
            desk.reachable(at: "http://127.0.0.1:19999")
            let clients = try await desk.clients(of: "sky")
            let cursor = try #require(clients.first { $0.client == "cursor" })
            #expect(cursor.text.contains("http://localhost:19999/mcp/sky") && !cursor.text.contains("TOKEN"))
            #expect(cursor.file == "~/.cursor/mcp.json")
            let desktop = try #require(clients.first { $0.client == "claude-desktop" })
            #expect(desktop.text.contains(#""OPENWORK_URL": "http://localhost:19999""#), "\(desktop.text)")
            let problem = await #expect(throws: Problem.self) { try await desk.clients(of: "sea") }
            #expect(problem?.status == 404)
        }
    }
}
