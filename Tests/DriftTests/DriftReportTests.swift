import Drift
import JSON
import Testing

@Suite("A comparison in words and for programs")
struct DriftReportTests {
    private static let report = DriftReport(
        findings: [
            DriftFinding(.toolRemoved, "a", ""),
            DriftFinding(
                .inputWidened,
                "b",
                changes: [.init("maximum raised from 1 to 2", at: JSONPointer(tokens: ["inputSchema", "x"]))]
            ),
        ],
        excused: [.init("c", "pages are missing"), .init("d", "pages are missing")]
    )

    @Test("people read a line for each difference, its changes below, and the sum")
    func text() {
        #expect(
            Self.report.text() == """
                tool_removed  breaking  a
                input_widened  harmless  b
                    /inputSchema/x: maximum raised from 1 to 2
                not compared: c, d (pages are missing)
                2 differences, 1 breaking

                """
        )
        #expect(DriftReport().text() == "no difference\n")
    }

    @Test("programs read the same")
    func json() {
        let json = Self.report.json(old: "x.jsonl", new: "y")
        #expect(json["summary"] == ["findings": 2, "breaking": 1, "notCompared": 2])
        #expect(json["findings"]?[1]?["changes"]?[0]?["path"] == "/inputSchema/x")
        #expect(json["findings"]?[0]?["class"] == "tool_removed")
        #expect(json["notCompared"]?[0] == ["tool": "c", "reason": "pages are missing"])
    }
}
