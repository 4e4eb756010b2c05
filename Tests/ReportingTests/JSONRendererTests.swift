import Conformance
import JSON
import Reporting
import Testing

@Suite("The report for programs")
struct JSONRendererTests {
    @Test("has the fields that are promised, and more")
    func whole() throws {
        let text = SampleReport.report.rendered(.json, style: .plain)
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value["tool"] == "openwork-conform")
        #expect(value["version"] == "9.9.9")
        #expect(value["mode"] == "live")
        #expect(value["seed"] == 7)
        #expect(value["wallSeconds"] == 1.234)
        #expect(
            value["summary"] == [
                "integrations": 1, "passed": 1, "failed": 1, "advisory": 1, "incomplete": 1, "notApplicable": 1,
                "expectedFailure": 0, "flaky": 0,
            ]
        )
        let rows = try #require(value["results"]?.arrayValue)
        #expect(
            rows[1] == [
                "integration": "demo", "server": nil, "subject": "live", "transport": "stdio",
                "revision": "2025-11-25",
                "check": "CALL-UNKNOWN-METHOD", "title": "An unknown method is refused with -32601", "level": "must",
                "verdict": "failed", "advisory": false, "expected": "error -32601",
                "actual": "error -32602 \"no <b>& \u{1B}[31m]]>\"", "message": #"{"id":1,\u{0}"error":{}}"#,
                "note": nil,
                "link": "https://www.jsonrpc.org/specification#error_object", "durationMs": 3,
                "repeat": "openwork-conform run --check CALL-UNKNOWN-METHOD --seed 7 --server -- demo",
            ]
        )
        #expect(rows.map { $0["verdict"] } == ["passed", "failed", "failed", "incomplete", "not_applicable"])
        #expect(rows.map { $0["advisory"] } == [false, false, true, false, false])
    }
}
