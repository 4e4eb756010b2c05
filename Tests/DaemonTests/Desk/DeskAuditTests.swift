import DaemonAPI
import JSON
import Testing

@testable import Daemon

@Suite("The audit of a desk", .timeLimit(.minutes(1)))
struct DeskAuditTests {
    @Test("says who called which tool, and what the answer was found to mean")
    func calls() async throws {
        let scene = try DeskScene()
        try scene.write([scene.weather(interval: "60s")])
        try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            let good = try await desk.call("weather", CallRequest(tool: "whoami"))
            #expect(good.outcome == "ok")
            try scene.mood("busy")
            let busy = try await AuditParty.$current.withValue("token 0a1b2c3d") {
                try await desk.call("weather", CallRequest(tool: "whoami"))
            }
            #expect(busy.outcome == "rate_limited")
            let rows = try await desk.audit(integration: "weather", before: nil, limit: 10).rows
            #expect(rows.map(\.outcome) == ["rate_limited", "ok", "ok"])
            #expect(rows.map(\.party) == ["token 0a1b2c3d", "operator", "operator"])
            #expect(rows.map(\.tool) == ["whoami", "whoami", nil])
        }
    }
}
