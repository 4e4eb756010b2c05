import Daemon
import DaemonAPI
import Health
import JSON
import Store
import Testing

@Suite("A backup")
struct HomeRestoringTests {
    private let scene: DeskScene

    init() throws {
        scene = try DeskScene()
        try scene.write([scene.weather()])
    }

    @Test("brings back what was set, with its secrets, and nothing while a daemon runs", .timeLimit(.minutes(1)))
    func restored() async throws {
        let home = Home(path: scene.home)
        let backup = try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            let file = try #require(try await desk.backUp().file)
            try await desk.remove("weather")
            let error = await #expect(throws: HomeError.self) { try await home.restore(file) }
            #expect(error?.code == .taken)
            return file
        }
        try scene.write([scene.weather()])
        let former = try await home.restore(backup)
        #expect(former == "\(scene.home)/openwork.db.replaced-1")
        try await scene.open { desk in
            _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
        }
    }
}
