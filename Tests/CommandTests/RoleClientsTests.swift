import Foundation
import JSON
import TestSupport
import Testing

@Suite(
    "The endpoint of a role, with clients of others",
    .enabled(if: !PythonPeer.all.isEmpty),
    .serialized,
    .timeLimit(.minutes(4))
)
struct RoleClientsTests {
    /// A server that somebody else wrote, as it was installed from its index.
    private static let clock = "\(PythonPeer.folder)/time/bin/mcp-server-time"

    private static let calls: JSONValue = [
        ["old__test_simple_text", [:]], ["new__test_simple_text", [:]], ["old-web__test_simple_text", [:]],
        ["new-web__test_simple_text", [:]],
        ["convert_time", ["source_timezone": "Asia/Tokyo", "time": "12:00", "target_timezone": "Asia/Kolkata"]],
        ["slack_check_token", [:]],
    ]

    @Test("lists and calls servers of PyPI, of both eras over both transports, and a skill")
    func all() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: Self.clock), "\(Self.clock) is not installed")
        let clock: JSONValue = [
            "id": "clock", "name": "Clock",
            "servers": [["kind": "command", "executable": .string(Self.clock), "arguments": ["--local-timezone=UTC"]]],
        ]
        try await RoleOfAll.with([clock]) { role in
            let bridge = JSONValue.array(role.bridge.map { .string($0) })
            for peer in PythonPeer.all {
                for mode in peer.isModern ? ["auto", "legacy"] : ["default"] {
                    let seen = try await peer.result(
                        of: PythonPeer.script("role_client.py"),
                        arguments: [peer.kind, mode, Self.calls.text(), role.endpoint, bridge.text()]
                    )
                    #expect(seen.arrayValue?.count == 2)
                    for visit in seen.arrayValue ?? [] { Self.check(visit, "\(peer.name) \(mode)") }
                    let agreed = mode == "auto" ? "2026-07-28" : "2025-11-25"
                    #expect(
                        seen.arrayValue?.map { $0["protocol"] } == [.string(agreed), .string(agreed)],
                        "\(peer.name)"
                    )
                }
            }
        }
    }

    private static func check(_ visit: JSONValue, _ visitor: Comment) {
        let tools = Set(visit["tools"]?.arrayValue?.compactMap(\.stringValue) ?? [])
        let called = Self.calls.arrayValue?.compactMap { $0[0]?.stringValue } ?? []
        #expect(tools.isSuperset(of: called), visitor)
        let texts = visit["calls"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(texts.count == called.count, visitor)
        #expect(texts.prefix(4).allSatisfy { $0 == "This is a simple text response for testing." }, visitor)
        #expect(texts.dropFirst(4).first?.contains("Asia/Kolkata") == true, visitor)
        #expect(texts.last?.contains("\"user\"") == true, visitor)
        let together = visit["together"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(together.count == 5 * texts.count, visitor)
        for (index, text) in together.enumerated() where index % texts.count < 4 {
            #expect(text == texts[index % texts.count], visitor)
        }
    }
}
