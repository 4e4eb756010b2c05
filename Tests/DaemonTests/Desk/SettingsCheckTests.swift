import DaemonAPI
import JSON
import Registry
import Testing

@testable import Daemon

@Suite("Settings that somebody wants to set")
struct SettingsCheckTests {
    private static func entry() throws -> Integration {
        try Integration(json: [
            "id": "weather", "name": "Weather",
            "configSchema": [
                "WEATHER_TOKEN": [
                    "type": "string", "required": true, "secret": true, "pattern": "^wx_",
                    "description": "Token of the service", "docs": "https://example.com/tokens",
                ],
                "WEATHER_PORT": ["type": "integer"], "WEATHER_REGION": ["type": "string", "choices": ["eu", "us"]],
            ],
            "servers": [["kind": "command", "executable": "weather"]],
        ])
    }

    private func faults(_ change: [String: String?], given stored: Set<String> = []) throws -> [Problem.Fault] {
        let entry = try Self.entry()
        return SettingsCheck(entry, server: entry.servers.first).faults(in: change, given: stored)
    }

    @Test("are told everything that is wrong at once, by field, and never with the value")
    func allAtOnce() throws {
        let change = ["WEATHER_TOKN": "wx_1", "WEATHER_PORT": "many-4711", "WEATHER_REGION": "mars-4711"]
        let found = try faults(change)
        #expect(
            found.map(\.field) == [
                "/env/WEATHER_PORT", "/env/WEATHER_REGION", "/env/WEATHER_TOKN", "/env/WEATHER_TOKEN",
            ]
        )
        #expect(found[2].fix == "did you mean WEATHER_TOKEN?")
        #expect(found[3].message == "WEATHER_TOKEN is missing")
        #expect(found[3].fix == "give the token of the service: see https://example.com/tokens")
        #expect(!found.contains { "\($0)".contains("4711") })
    }

    @Test("must match what the entry says", arguments: [("wx_1", true), ("ghp_1", false), ("", false)])
    func pattern(value: String, isGood: Bool) throws {
        #expect(try faults(["WEATHER_TOKEN": value]).isEmpty == isGood)
    }

    @Test("need not repeat what is set already, and may take it away")
    func kept() throws {
        #expect(try faults(["WEATHER_PORT": "80"], given: ["WEATHER_TOKEN"]).isEmpty)
        #expect(try faults(["WEATHER_TOKEN": nil], given: ["WEATHER_TOKEN"]).isEmpty)
        #expect(try faults(["WEATHER_PORT": ""], given: ["WEATHER_TOKEN"]).isEmpty)
    }
}
