import Conformance
import MCP
import Reporting

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

    /// What no server should say: markup, terminal and workflow commands, a fence, and quotation marks with accents.
    static let hostile =
        "</code><script>alert(1)</script>\"\u{301} onmouseover=alert(2) <\u{301}b '\u{301}"
        + "]]>\n::error::x\n```\n| a | ![x](http://127.0.0.1/) \\ # SKIP \u{1B}[31m \u{202E} {{x}} %0A"

    /// The sample, with every text of a server and of a file hostile, a log, attempts, an excuse and a place.
    static var hostileReport: Report {
        let subject = Subject(name: hostile, server: hostile, kind: .live, transport: .http)
        func row(_ check: CheckID, _ verdict: Verdict) -> CheckResult {
            var row = CheckResult(
                subject: subject,
                revision: .november2025,
                check: check,
                level: .must,
                verdict: verdict,
                duration: .milliseconds(5),
                command: hostile
            )
            row.place = FilePlace(file: hostile, line: 7)
            return row
        }
        let finding = Finding(
            expected: hostile,
            actual: hostile,
            message: Excerpt(text: hostile, size: hostile.utf8.count)
        )
        var excused = row("CALL-UNKNOWN-METHOD", .expectedFailure(finding))
        excused.excuse = Excuse(
            check: excused.check,
            subject: nil,
            revision: nil,
            reason: hostile,
            expires: "2026-12-31"
        )
        var flaky = row("INIT-HANDSHAKE", .passed)
        flaky.attempts = [Attempt(verdict: .failed(finding), duration: .milliseconds(3))]
        var report = Report(
            version: hostile,
            mode: hostile,
            seed: 7,
            duration: .milliseconds(12),
            results: [
                row("TOOLS-BAD-CURSOR", .failed(finding)), row("CALL-ANSWERED", .incomplete(hostile)), excused, flaky,
                row("WIRE-ANSWERED", .notApplicable(hostile)), row(CheckID(rawValue: hostile), .failed(finding)),
            ],
            faults: [hostile],
            notes: [hostile],
            staleExcuses: [hostile]
        )
        report.startedAt = hostile
        report.logs = [
            WireLog(
                subject: subject,
                revision: .november2025,
                condition: hostile,
                lines: [
                    WireLog.Line(at: .milliseconds(1), from: hostile, text: Excerpt.visible(hostile), size: 9)
                ],
                omitted: 3
            )
        ]
        return report
    }

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
