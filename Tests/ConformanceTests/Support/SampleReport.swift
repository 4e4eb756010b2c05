import Conformance
import MCP

/// A small report with a row of every verdict, and with everything in it that a format could stumble over.
enum SampleReport {
    static let subject = Subject(name: "demo", kind: .live, transport: .stdio)

    static let report = Report(
        version: "9.9.9",
        mode: "live",
        seed: 7,
        duration: .milliseconds(1234),
        results: [
            row("INIT-HANDSHAKE", .must, .passed, 12),
            row(
                "CALL-UNKNOWN-METHOD",
                .must,
                .failed(
                    expected: "error -32601",
                    actual: "error -32602 \"no <b>& \u{1B}[31m]]>\"",
                    message: Excerpt(Array("{\"id\":1,\u{0}\"error\":{}}".utf8))
                ),
                3
            ),
            row("TOOLS-BAD-CURSOR", .should, .failed(expected: "error -32602", actual: "a result"), 2),
            row("CALL-ANSWERED", .must, .incomplete("name a tool with --call"), 0),
            row("INIT-REQUIRED-META", nil, .notApplicable("revision 2025-11-25 has no such rule"), 0),
        ],
        notes: ["demo: a note"]
    )

    private static func row(
        _ check: CheckID,
        _ level: RequirementLevel?,
        _ verdict: Verdict,
        _ milliseconds: Int
    ) -> CheckResult {
        CheckResult(
            subject: subject,
            revision: .november2025,
            check: check,
            level: level,
            verdict: verdict,
            duration: .milliseconds(milliseconds),
            command: "openwork-conform run --check \(check) --seed 7 --server -- demo"
        )
    }
}
