import Drift
import JSON
import Testing

@Suite("Tools that are pinned by hash")
struct ToolLockTests {
    private static func lock(_ tools: [JSONValue] = SampleTools.both) -> ToolLock {
        let pins = tools.compactMap { ToolPin($0) }
        return ToolLock(servers: [
            "time": .init(source: "mcp-time", lockedAt: "2026-11-22", scopes: ["b", "a"], tools: pins)
        ])
    }

    @Test("a file reads back as what was written, whatever the order")
    func roundTrip() throws {
        let text = Self.lock().text
        let read = try ToolLock(json: try JSONValue(parsing: text))
        #expect(read.text == text)
        #expect(Self.lock(SampleTools.both.reversed()).text == text)
        #expect(read.servers["time"]?.tools.map(\.name) == ["list_issues", "whoami"])
    }

    @Test("the hash follows the meaning of JSON, not its spelling")
    func hash() throws {
        let one = try JSONValue(parsing: #"{"name":"a","inputSchema":{"type":"object","maxProperties":1.0}}"#)
        let other = try JSONValue(
            parsing: #"{"inputSchema":{"maxProperties":1,"type":"object"},"name":"a","icons":[]}"#
        )
        let pin = try #require(ToolPin(one))
        #expect(pin.hash == ToolPin(other)?.hash)
        #expect(pin.hash == "sha256:009c408c88f04426a994237b4ad9ebba99cc1c75b38275d9d7106d0bd136064a")
        #expect(pin.hash != ToolPin(["name": "a"])?.hash)
    }

    @Test("a changed pinned tool is reported with its difference")
    func changed() throws {
        let server = try #require(Self.lock().servers["time"])
        let new = try SampleTools.first("/inputSchema/required", ["state", "count"])
        let report = ToolComparison.compare(
            ToolListing(server),
            ToolListing(definitions: [SampleTools.second, new], scopes: ["a", "b"])
        )
        #expect(report.findings.map(\.heading) == ["input_narrowed  breaking  list_issues"])
        #expect(report.findings.first?.detail == #"/inputSchema: required property "count" added"#)
    }

    @Test("a file that was changed by hand is refused, every place at once")
    func faults() throws {
        let json = try JSONValue(parsing: Self.lock().text)
        let place = "/servers/time/tools/whoami/definition/description"
        var bad = try json.setting(try JSONPointer(parsing: place), to: "Says nothing.")
        bad = try bad.setting(try JSONPointer(parsing: "/servers/time/tools/list_issues/definition"), to: nil)
        #expect(
            throws: ToolLock.Faults(sentences: [
                "servers.time.tools.list_issues.definition does not define list_issues: pin the server again",
                "servers.time.tools.whoami.hash is not that of the definition beside it: somebody changed one of the two by "
                    + "hand; pin the server again",
            ])
        ) { try ToolLock(json: bad) }
        #expect(throws: ToolLock.Faults.self) { try ToolLock(json: ["format": "openwork-lock/9", "servers": [:]]) }
        #expect(ToolLock.isMeant(by: ["format": "openwork-lock/9"]))
        #expect(!ToolLock.isMeant(by: ["tools": []]))
    }
}
