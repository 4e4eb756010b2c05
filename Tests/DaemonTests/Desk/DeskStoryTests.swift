import Daemon
import DaemonAPI
import Foundation
import Glibc
import Health
import JSON
import Store
import Supervision
import Testing

@Suite("A user's story at the desk")
struct DeskStoryTests {
    private let scene: DeskScene

    init() throws {
        scene = try DeskScene()
        try scene.write([scene.weather()])
    }

    private func token(_ value: String) -> ConfigureRequest { ConfigureRequest(environment: ["WEATHER_TOKEN": value]) }

    @Test("a wrong token is told with its cause in the very answer, a right one is proven", .timeLimit(.minutes(1)))
    func tokens() async throws {
        try await scene.open { desk in
            #expect(try await desk.integration("weather").status.health.reason.code == "not_configured")
            let bad = try await desk.configure("weather", token(DeskScene.wrong))
            #expect(bad.status.health.state == .disconnected)
            #expect(bad.status.health.reason.code == "credential_invalid")
            #expect(bad.status.health.reason.action.contains("WEATHER_TOKEN"))
            #expect(bad.status.health.layers.configured.holds == true)
            #expect(bad.status.health.layers.authorised.holds == false)
            let good = try await desk.configure("weather", token(DeskScene.right))
            #expect(good.status.health.state == .connected, "\(good)")
            #expect(good.status.health.layers.authorised.holds == true)
            #expect(try await desk.integration("weather").processID != nil)
            let answer = try await desk.call("weather", CallRequest(tool: "whoami"))
            #expect(answer.outcome == "ok")
        }
    }

    @Test("all faults are told at once, and nothing is kept", .timeLimit(.minutes(1)))
    func invalid() async throws {
        try await scene.open { desk in
            let request = ConfigureRequest(environment: ["WEATHER_TOKN": "x", "WEATHER_REGION": "mars"])
            let problem = await #expect(throws: Problem.self) { try await desk.configure("weather", request) }
            #expect(problem?.status == 422 && problem?.faults.count == 3)
            let revision = try await desk.integration("weather").revision
            #expect(revision == nil)
            let unknown = await #expect(throws: Problem.self) { try await desk.test("wether") }
            #expect(unknown?.status == 404 && unknown?.fix == "did you mean weather?")
        }
    }

    @Test("a token that is revoked is told within an interval, and by a failed call", .timeLimit(.minutes(1)))
    func revoked() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", token(DeskScene.right))
            try scene.mood("revoked")
            let found = try await desk.wait(for: "weather") { $0.health.state == .disconnected }
            #expect(found.health.reason.code.hasPrefix("credential_"))
            try scene.mood("well")
            #expect(try await desk.test("weather").status.health.state != .unknown)
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }

    @Test("a vendor that throttles is degraded and never disconnected, and comes back", .timeLimit(.minutes(1)))
    func throttled() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", token(DeskScene.right))
            try scene.mood("busy")
            // Where the machine is so busy that nobody could look in time, it is unknown first.
            let found = try await desk.wait(for: "weather") { [.degraded, .disconnected].contains($0.health.state) }
            #expect(found.health.state == .degraded)
            #expect(found.health.reason.code == "rate_limited")
            try scene.mood("well")
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }

    @Test("a server that is killed is started again", .timeLimit(.minutes(1)))
    func killed() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", token(DeskScene.right))
            let pid = try #require(try await desk.integration("weather").processID)
            kill(Int32(pid), SIGKILL)
            while try await desk.integration("weather").processID.map({ $0 == pid }) ?? true {
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }

    @Test("a server that dies as it starts is reported with its last words", .timeLimit(.minutes(1)))
    func dying() async throws {
        try await scene.open { desk in
            try scene.mood("dying")
            let verdict = try await desk.configure("weather", token(DeskScene.right))
            #expect(verdict.status.health.state == .disconnected)
            #expect(verdict.steps.contains { $0.contains("No module named 'weather'") }, "\(verdict)")
            #expect(!"\(verdict)".contains(DeskScene.right))
        }
    }

    @Test("an integration that is removed has no process and no secret left", .timeLimit(.minutes(1)))
    func removed() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", token(DeskScene.right))
            let pid = try #require(try await desk.integration("weather").processID)
            try await desk.remove("weather")
            #expect(kill(Int32(pid), 0) != 0)
            #expect(try await desk.status().integrations.isEmpty)
            #expect(try String(contentsOfFile: scene.registryFile, encoding: .utf8) == "[]\n")
        }
        let store = try SQLiteStore(path: "\(scene.home)/openwork.db")
        #expect(try await store.configurations().isEmpty)
        #expect(try await store.vaultKeys().isEmpty)
        try store.close()
    }

    @Test("secrets stand nowhere but sealed: no answer, no file, no event", .timeLimit(.minutes(1)))
    func canary() async throws {
        let events = try await scene.open { desk in
            var said: [String] = []
            for value in [DeskScene.wrong, DeskScene.right] {
                said.append("\(try await desk.configure("weather", token(value)).json)")
            }
            said.append("\(try await desk.status().json)")
            said.append("\(try await desk.integration("weather").json)")
            said.append("\(try await desk.tools("weather").map(\.json))")
            said.append("\(try await desk.logs("weather", last: 100).map(\.json))")
            said.append("\(try await desk.health("weather", since: nil, limit: 100).json)")
            try scene.mood("revoked")
            said.append("\(try await desk.call("weather", CallRequest(tool: "whoami")).json)")
            said.append("\(try await desk.rotateVault().json)")
            said.append("\(try await desk.backUp().json)")
            let lines = try await desk.logs("weather", last: 100)
            #expect(!lines.isEmpty)
            return said
        }
        for secret in [DeskScene.right, DeskScene.wrong] {
            #expect(!events.contains { $0.contains(secret) })
            #expect(scene.files(with: secret).isEmpty)
        }
    }
}
