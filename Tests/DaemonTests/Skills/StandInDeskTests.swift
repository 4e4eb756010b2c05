import DaemonAPI
import Foundation
import Glibc
import Health
import JSON
import Logging
import MockVendors
import Registry
import Supervision
import TestSupport
import Testing

@testable import Daemon

@Suite("A skill that stands in for a server", .timeLimit(.minutes(1)))
struct StandInDeskTests {
    private static let token = "xoxb-1-right"

    @Test("answers while the server is down and says so, and the server answers when it is back")
    func story() async throws {
        let scene = try DeskScene()
        try await withVendor { vendor in
            try scene.write([Self.entry(scene)])
            try scene.writeRole()
            try await scene.open { desk in
                let settings = [
                    "WEATHER_TOKEN": DeskScene.right, "SLACK_BOT_TOKEN": Self.token, "SLACK_API_URL": vendor.base,
                ]
                let environment = settings.mapValues { Optional.some($0) }
                _ = try await desk.configure("weather", ConfigureRequest(environment: environment))
                try await Caller.with(desk) { caller in
                    try await Self.wait(for: caller, kind: "server")
                    let asked = vendor.events.count
                    // It ends, and does not come up again.
                    try scene.mood("dying")
                    let pid = try #require(desk.fleet.status(of: "weather")?.pid)
                    kill(pid, SIGKILL)
                    let answer = try await Self.wait(for: caller, kind: "skill")
                    #expect(answer["_meta"]?["openwork/via"]?["skill"] == "slack", "\(answer)")
                    #expect(answer["_meta"]?["openwork/via"]?["tool"] == "slack_check_token")
                    #expect(answer["isError"] == nil || answer["isError"] == false, "\(answer)")
                    #expect(vendor.events.count > asked)
                    _ = try await desk.wait(for: "weather") { $0.health.state == .disconnected }
                    // Still listed and called, though the server is given up.
                    try await Self.wait(for: caller, kind: "skill")
                    try scene.mood("well")
                    _ = try await desk.restart("weather")
                    let back = try await Self.wait(for: caller, kind: "server")
                    #expect("\(back)".contains("bob"))
                }
            }
        }
    }

    /// Calls until an answer has come this way; the test's time limit ends it otherwise.
    @discardableResult
    private static func wait(for caller: Caller, kind: String) async throws -> JSONValue {
        while true {
            let answer = try await call(caller)
            if let result = answer?["result"], result["_meta"]?["openwork/via"]?["kind"]?.stringValue == kind {
                return result
            }
            try await ContinuousClock().sleep(for: .milliseconds(20))
        }
    }

    private static func call(_ caller: Caller) async throws -> JSONValue? {
        let answer = try await caller.speak(
            "/mcp/sky",
            [
                "jsonrpc": "2.0", "id": 7, "method": "tools/call",
                "params": [
                    "name": "whoami", "arguments": [:],
                    "_meta": [
                        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                        "io.modelcontextprotocol/clientCapabilities": [:],
                        "io.modelcontextprotocol/clientInfo": ["name": "test", "version": "1"],
                    ],
                ],
            ]
        )
        if let json = answer.json { return json }
        // As an event, where it took its time.
        let data = answer.text.split(separator: "\n").last { $0.hasPrefix("data:") }
        return data.flatMap { try? JSONValue(parsing: Array($0.dropFirst(5).utf8)) }
    }

    private static func entry(_ scene: DeskScene) -> JSONValue {
        guard var entry = scene.weather().objectValue, var fields = entry["configSchema"]?.objectValue else {
            return nil
        }
        fields["SLACK_BOT_TOKEN"] = ["type": "string", "secret": true]
        fields["SLACK_API_URL"] = ["type": "string"]
        entry["configSchema"] = .object(fields)
        entry["standIn"] = ["skill": "slack", "tools": [["tool": "whoami", "calls": "slack_check_token"]]]
        return .object(entry)
    }

    private func withVendor(_ body: (VendorServer) async throws -> Void) async throws {
        var loader = RegistryLoader(shipped: ShippedFiles(folder: SourceTree.registry))
        let entry = try #require(loader.load()["slack"])
        let api = try #require(VendorAPI(entry))
        try await VendorServer.with(
            api,
            mood: VendorMood(good: [Self.token]),
            now: { Int64(Date.now.timeIntervalSince1970) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            body
        )
    }
}
