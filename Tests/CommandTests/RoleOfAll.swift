import Foundation
import JSON
import MCPConnection
import Testing

/// A daemon whose engineering role has servers of both eras over both transports, and a skill, all at once.
struct RoleOfAll: Sendable {
    let daemon: RunningDaemon
    /// What `openwork` is started with to serve the role to a client that only spawns.
    let bridge: [String]

    /// The address of the endpoint.
    var endpoint: String { "\(daemon.url)/mcp/engineering" }

    private static let everything = "openwork-mock-everything"
    private static let token = "xoxb-right-0815"

    /// Runs one while the body does, with further entries beside its own.
    static func with(
        _ more: [JSONValue] = [],
        _ body: @escaping @Sendable (RoleOfAll) async throws -> Void
    ) async throws {
        let program = try ToolRun.path(of: everything)
        let words = ["everything", "--transport", "http", "--port", "0", "--revision"]
        _ = try await MockAddress.run(words + ["2025-11-25"]) { older in
            try await MockAddress.run(words + ["2026-07-28"]) { newer in
                try await MockAddress.run(["vendor", "slack", "--credential", token]) { vendor in
                    let chat: JSONValue = [
                        "id": "chat", "name": "Chat", "servers": [["kind": "skill", "package": "slack"]],
                        "configSchema": ["SLACK_BOT_TOKEN": ["secret": true], "SLACK_API_URL": ["type": "url"]],
                        "probe": ["tool": "slack_check_token", "readOnly": true],
                    ]
                    let entries =
                        [
                            command("old", program, "2025-11-25"), command("new", program, "2026-07-28"),
                            remote("old-web", older),
                            remote("new-web", newer), chat,
                        ] + more
                    try await with(entries, vendor: vendor, body)
                }
            }
        }
    }

    private static func command(_ id: String, _ program: String, _ revision: String) -> JSONValue {
        let server: JSONValue = [
            "kind": "command", "executable": .string(program),
            "arguments": ["everything", "--revision", .string(revision)],
        ]
        return ["id": .string(id), "name": .string(id), "servers": [server]]
    }

    private static func remote(_ id: String, _ url: String) -> JSONValue {
        ["id": .string(id), "name": .string(id), "servers": [["kind": "remote", "url": .string(url)]]]
    }

    private static func with(
        _ entries: [JSONValue],
        vendor: String,
        _ body: (RoleOfAll) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let ids = entries.compactMap { $0["id"] }
        let role: JSONValue = ["id": "engineering", "name": "Engineering", "mcpServers": .array(ids)]
        let roles = folder.path("home/roles")
        try FileManager.default.createDirectory(atPath: roles, withIntermediateDirectories: true)
        try Data(role.utf8()).write(to: URL(filePath: "\(roles)/engineering.json"))
        try await RunningDaemon.with({ _ in .array(entries) }, in: folder) { daemon in
            let set = try await daemon.openwork(
                "configure",
                "chat",
                "SLACK_BOT_TOKEN=\(token)",
                "SLACK_API_URL=\(vendor)"
            )
            #expect(set.code == 0, "\(set.output) \(set.errors)")
            for id in ids.compactMap(\.stringValue) where id != "chat" {
                let enabled = try await daemon.openwork("enable", id)
                #expect(enabled.code == 0, "\(enabled.output) \(enabled.errors)")
            }
            // The shipped integrations of the role are lacking, and nobody waits for them.
            let awaited = Set(ids.compactMap(\.stringValue))
            while true {
                let report = try await daemon.openwork("role", "status", "engineering", "--json").json
                let missing = report["missing"]?.arrayValue?.compactMap(\.stringValue)
                if awaited.isDisjoint(with: try #require(missing)) { break }
                try await ContinuousClock().sleep(for: .milliseconds(100))
            }
            let bridge = [try ToolRun.path(of: "openwork"), "mcp", "--role", "engineering", "--url", daemon.url]
            try await body(RoleOfAll(daemon: daemon, bridge: bridge))
        }
    }
}
