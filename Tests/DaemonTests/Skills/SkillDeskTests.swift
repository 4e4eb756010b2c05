import Daemon
import DaemonAPI
import Foundation
import Health
import JSON
import Logging
import MockVendors
import Registry
import Store
import TestSupport
import Testing

@Suite("Skills at work", .timeLimit(.minutes(1)))
struct SkillDeskTests {
    private func open(
        _ home: LoginHome,
        _ body: (Desk<ContinuousClock>) async throws -> Void
    ) async throws {
        try await home.open(
            shipped: ShippedFiles(folder: SourceTree.registry),
            now: { WallTime(milliseconds: Timestamp.now.milliseconds) },
            body
        )
    }

    private func withVendor(_ id: String, _ token: String, _ body: (VendorServer) async throws -> Void) async throws {
        var loader = RegistryLoader(shipped: ShippedFiles(folder: SourceTree.registry))
        let entry = try #require(loader.load()[id])
        let api = try #require(VendorAPI(entry))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await VendorServer.with(
            api,
            mood: VendorMood(good: [token]),
            now: { Timestamp.now.milliseconds / 1_000 },
            logger: logger,
            body
        )
    }

    @Test(
        "are configured, proven, refused and throttled like any server",
        arguments: [
            ("slack", "SLACK_BOT_TOKEN", "SLACK_API_URL", "xoxb-1-right", "xoxb-2-wrong"),
            ("discord", "DISCORD_BOT_TOKEN", "DISCORD_API_URL", "right.bot.token", "wrong.bot.token"),
        ]
    )
    func lifecycle(id: String, variable: String, base: String, right: String, wrong: String) async throws {
        try await withVendor(id, right) { vendor in
            try await open(LoginHome()) { desk in
                let refused = try await desk.configure(
                    id,
                    ConfigureRequest(environment: [variable: .some(wrong), base: .some(vendor.base)])
                )
                #expect(refused.status.health.state == .disconnected)
                #expect(refused.status.health.reason.action.contains(variable), "\(refused)")
                let good = try await desk.configure(id, ConfigureRequest(environment: [variable: .some(right)]))
                #expect(good.status.health.state == .connected, "\(good)")
                #expect(good.status.health.layers.authorised.holds == true)
                let tools = try await desk.tools(id).filter(\.isListed).map(\.name)
                #expect(tools.contains("\(id)_check_token") && tools.contains("\(id)_interactions"))
                let told = try await desk.call(id, CallRequest(tool: "\(id)_interactions"))
                #expect(told.result["structuredContent"]?["interactions"] == [])

                vendor.change { $0.plight = .throttled }
                let busy = try await desk.test(id).status.health
                #expect(busy.state == .degraded, "\(busy)")
                #expect(busy.reason.code == "rate_limited")
                let asked = vendor.events.count
                let call = try await desk.call(id, CallRequest(tool: "\(id)_check_token"))
                #expect(call.outcome == "rate_limited")
                #expect("\(call.result)".contains("rate_limited"))
                #expect(vendor.events.count == asked, "the vendor asked for a pause, and was asked again within it")
            }
        }
    }

    @Test("that a user wrote, or that an OpenAPI document describes, run from a file")
    func files() async throws {
        let home = try LoginHome()
        let folder = "\(home.path)/skills"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(Self.skill.utf8).write(to: URL(filePath: "\(folder)/weather.json"))
        try Data(Self.document.utf8).write(to: URL(filePath: "\(folder)/pets.yaml"))
        try home.write([
            Self.entry("weather", "weather.json"), Self.entry("pets", "pets.yaml"), Self.entry("none", "no.json"),
        ])
        try await home.open(now: { WallTime(milliseconds: Timestamp.now.milliseconds) }) { desk in
            _ = try await desk.enable("weather")
            let weather = try await desk.tools("weather").filter(\.isListed).map(\.name)
            #expect(weather == ["weather_get_account"])
            _ = try await desk.enable("pets")
            let pets = try await desk.tools("pets").filter(\.isListed).map(\.name)
            #expect(pets == ["pets_listPets"])
            let none = try await desk.enable("none").status.health
            #expect(none.state == .disconnected && none.reason.code == "spawn_failed")
            #expect("\(none.reason)".contains("no.json"))
        }
    }

    private static func entry(_ id: String, _ file: String) -> JSONValue {
        [
            "id": .string(id), "name": .string(id), "auth": "none",
            "servers": [["kind": "skill", "package": .string(file)]],
        ]
    }

    private static let skill = """
        {"format": 1, "id": "weather", "name": "Weather", "base": {"url": "https://api.weather.example/v2"},
         "variables": {}, "auth": {"kind": "none"},
         "operations": [{"name": "weather_get_account", "description": "Tells whose token it is.",
                         "effect": "read", "method": "GET", "path": "/me"}]}
        """

    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        servers: [{url: "https://pets.example/v1"}]
        paths:
          /pets:
            get:
              operationId: listPets
              summary: Lists pets.
              responses: {"200": {description: pets}}
        """
}
