import Conformance
import MCP
import Testing

@testable import Reporting

@Suite("The table of integrations and groups")
struct EntryMatrixTests {
    private static func row(_ name: String, _ server: String?, _ check: CheckID, _ verdict: Verdict) -> CheckResult {
        CheckResult(
            subject: Subject(name: name, server: server, kind: .mock, transport: .stdio),
            revision: .latest,
            check: check,
            level: .must,
            verdict: verdict,
            duration: .zero,
            command: "openwork-conform run \(name)"
        )
    }

    private static let report = Report(
        version: "9.9.9",
        mode: "offline",
        seed: 1,
        duration: .seconds(2),
        results: [
            row("zoom", nil, "REG-SOUND", .passed),
            row("zoom", "npm", "AUTH-INVALID", .passed),
            row("zoom", "npm", "AUTH-SCOPE", .failed(expected: "a", actual: "b")),
            row("zoom", "remote", "AUTH-INVALID", .incomplete("why")),
            row("ahrefs", "npm", "AUTH-INVALID", .notApplicable("why")),
            row("ahrefs", "npm", "NONSENSE", .passed),
        ]
    )

    @Test("has the integrations in the order of the report and the groups in theirs")
    func order() {
        let matrix = EntryMatrix(Self.report)
        #expect(matrix.integrations == ["zoom", "ahrefs"])
        #expect(matrix.groups == [.registry, .auth])
        #expect(matrix.servers(of: "zoom") == 2)
        #expect(matrix.servers(of: "ahrefs") == 1)
        #expect(matrix.servers(of: "nobody") == 0)
    }

    @Test("counts each verdict, passed first")
    func cells() {
        let matrix = EntryMatrix(Self.report)
        #expect(matrix.cells["zoom"]?[.auth]?.text == "1 ✘1 ?1")
        #expect(matrix.cells["ahrefs"]?[.auth]?.text == "0 –1")
        #expect(matrix.total(of: .auth).text == "1 ✘1 ?1 –1")
    }

    @Test("stands out where something is wrong")
    func emphasis() {
        let matrix = EntryMatrix(Self.report)
        #expect(matrix.cells["zoom"]?[.registry]?.emphasis == .good)
        #expect(matrix.cells["zoom"]?[.auth]?.emphasis == .bad)
        #expect(matrix.cells["ahrefs"]?[.auth]?.emphasis == .quiet)
    }

    @Test("is a table with aligned columns, a line of totals and what the signs mean")
    func lines() {
        let lines = EntryMatrix(Self.report).lines(style: .plain)
        #expect(
            lines.prefix(4) == [
                "        servers  REG  AUTH", "zoom    2        1    1 ✘1 ?1", "ahrefs  1        0    0 –1",
                "2 rows  3        1    1 ✘1 ?1 –1",
            ]
        )
        #expect(lines.last?.hasPrefix("passed, then ✘ failed") ?? false)
    }

    @Test("says in one line what the run cost")
    func usage() {
        let usage = RunUsage(
            processorTime: .milliseconds(1500),
            peakMemoryInKiB: 51_200,
            peakChildMemoryInKiB: 9_216,
            processes: 12
        )
        let text = usage.text(wall: .seconds(2), checks: 34)
        #expect(text.hasPrefix("34 checks in 12 processes"))
        #expect(text.contains("peak memory 50 MiB, of one child 9 MiB"))
    }

    @Test("keeps the line of totals in its columns, however short the names are")
    func short() {
        var report = Self.report
        report.results = [Self.row("ab", "npm", "AUTH-INVALID", .passed)]
        let lines = EntryMatrix(report).lines(style: .plain)
        #expect(lines.prefix(3) == ["       servers  AUTH", "ab     1        1", "1 row  1        1"])
    }
}
