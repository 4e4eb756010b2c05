import Daemon
import DaemonAPI
import Foundation
import Health
import JSON
import Store
import Testing

@Suite("A daemon that is started again")
struct DeskRestartTests {
    private let scene: DeskScene

    init() throws {
        scene = try DeskScene()
        try scene.write([scene.weather()])
    }

    @Test("keeps everything, and proves it anew", .timeLimit(.minutes(1)))
    func kept() async throws {
        try await scene.open { desk in
            _ = try await desk.configure(
                "weather",
                ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right, "WEATHER_REGION": "eu"])
            )
        }
        try await scene.open { desk in
            let report = try await desk.integration("weather")
            #expect(report.status.isEnabled && report.revision == 1)
            #expect(report.fields.filter(\.isSet).map(\.name).sorted() == ["WEATHER_REGION", "WEATHER_TOKEN"])
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
            #expect(try await desk.disable("weather").status.health.reason.code == "disabled")
        }
        try await scene.open { desk in
            #expect(try await desk.status().integrations.map(\.isEnabled) == [false])
            #expect(try await desk.integration("weather").processID == nil)
            let verdict = try await desk.enable("weather")
            #expect(verdict.status.health.state == .connected)
        }
    }

    @Test("does not start beside another", .timeLimit(.minutes(1)))
    func alone() async throws {
        try await scene.open { _ in
            let error = await #expect(throws: HomeError.self) { try await scene.open { _ in } }
            #expect(error?.code == .taken)
        }
    }

    @Test("says so when its key is gone, and does not make another", .timeLimit(.minutes(1)))
    func keyGone() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
        }
        try FileManager.default.removeItem(atPath: "\(scene.home)/keys/vault.key")
        let error = await #expect(throws: VaultError.self) { try await scene.open { _ in } }
        #expect(error == .keyMissing(path: "\(scene.home)/keys/vault.key"))
    }

    @Test("still opens every secret after its key was changed", .timeLimit(.minutes(1)))
    func rotated() async throws {
        try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            #expect(try await desk.rotateVault().count == 1)
        }
        try await scene.open { desk in
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }
}
