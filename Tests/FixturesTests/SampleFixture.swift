import Fixtures
import JSON

/// Fixtures as short as a test needs them.
enum SampleFixture {
    static func header(_ kind: FixtureKind = .session, transport: FixtureHeader.Transport = .stdio) -> FixtureHeader {
        FixtureHeader(
            integration: "clock",
            kind: kind,
            server: FixtureServer(package: "pypi:clock", version: "1.2.3", command: ["clock", "--utc"]),
            revision: "2025-06-18",
            transport: transport,
            recordedAt: CalendarDay(daysSinceEpoch: 20_000),
            expires: CalendarDay(daysSinceEpoch: 20_180)
        )
    }

    /// Lines such as `client {"id": 1, …}`.
    static func fixture(
        _ kind: FixtureKind = .session,
        transport: FixtureHeader.Transport = .stdio,
        _ lines: (FixtureEntry.Origin, JSONValue)...
    ) -> Fixture {
        Fixture(
            header: header(kind, transport: transport),
            entries: lines.enumerated().map { FixtureEntry(at: $0.offset, from: $0.element.0, message: $0.element.1) }
        )
    }

    static func request(_ id: JSONValue, _ method: String, _ params: JSONValue? = nil) -> JSONValue {
        var object: JSONObject = ["jsonrpc": "2.0", "id": id, "method": .string(method)]
        object["params"] = params
        return .object(object)
    }

    static func result(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "id": id, "result": result]
    }

    static func call(_ id: JSONValue, _ tool: String, _ arguments: JSONValue = [:]) -> JSONValue {
        request(id, "tools/call", ["name": .string(tool), "arguments": arguments])
    }

    static func text(_ text: String, isError: Bool? = nil) -> JSONValue {
        var object: JSONObject = ["content": [["type": "text", "text": .string(text)]]]
        object["isError"] = isError.map { .bool($0) }
        return .object(object)
    }
}
