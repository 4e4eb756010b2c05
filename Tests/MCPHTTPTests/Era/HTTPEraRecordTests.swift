import JSON
import MCP
import Testing

@testable import MCPHTTP

@Suite("What is remembered of an origin")
struct HTTPEraRecordTests {
    @Test(
        "can be written down and read again",
        arguments: [
            HTTPEraRecord(transport: .modern, revision: .july2026),
            HTTPEraRecord(transport: .streamable, revision: .june2025),
            HTTPEraRecord(transport: .eventStream, revision: .november2024),
        ]
    )
    func roundTrip(record: HTTPEraRecord) {
        #expect(HTTPEraRecord(json: record.json) == record)
        #expect(record.narrowed(.all)?.revisions.allSatisfy { $0.era == record.revision.era } == true)
    }

    @Test(
        "is ignored when it makes no sense",
        arguments: [
            [:], ["transport": "modern"], ["transport": "modern", "revision": "2025-11-25"],
            ["transport": "x", "revision": "2026-07-28"], ["transport": "streamable", "revision": "2026-07-28"],
        ] as [JSONValue]
    )
    func nonsense(json: JSONValue) {
        #expect(HTTPEraRecord(json: json) == nil)
    }

    @Test("leaves nothing of an offer without that era")
    func narrowed() {
        #expect(HTTPEraRecord(transport: .modern, revision: .july2026).narrowed(.legacy) == nil)
    }
}
