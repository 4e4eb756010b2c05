import Conformance
import MCP
import MockMCP
import Testing

@Suite("A baseline of known failures")
struct BaselineTests {
    private static let mock = MockRun(
        revisions: .only(.november2025),
        checks: CheckRegistry.checks(matching: "TOOLS-*")
    )

    @Test("turns a failure into an expected one")
    func excused() async throws {
        let report = try await report(
            #"[{"check": "TOOLS-UNIQUE-NAMES", "reason": "they know", "expires": "2026-12-31"}]"#,
            .sample.failing("duplicate-tool-names")
        )
        let row = try #require(report.results.first { $0.check == "TOOLS-UNIQUE-NAMES" })
        #expect(row.verdict.name == .expectedFailure)
        #expect(report.staleExcuses == [])
    }

    @Test("fails when the failure is gone")
    func stale() async throws {
        let text = #"[{"check": "TOOLS-UNIQUE-NAMES", "reason": "they know", "expires": "2026-12-31"}]"#
        let report = try await report(text, .sample)
        #expect(report.staleExcuses == ["TOOLS-UNIQUE-NAMES: passes now; take the excuse out of the baseline"])
        #expect(report.exitCode == .failed)
    }

    @Test("fails when it is over, and excuses nothing then")
    func expired() async throws {
        let text = #"[{"check": "TOOLS-UNIQUE-NAMES", "reason": "they know", "expires": "2026-01-01"}]"#
        let report = try await report(text, .sample.failing("duplicate-tool-names"))
        #expect(report.staleExcuses == ["TOOLS-UNIQUE-NAMES: expired on 2026-01-01"])
        #expect(report.results.first { $0.check == "TOOLS-UNIQUE-NAMES" }?.verdict.name == .failed)
    }

    @Test("is about the revision and the server that it names only")
    func others() async throws {
        let text = """
            [{"check": "TOOLS-UNIQUE-NAMES", "revision": "2026-07-28", "reason": "x", "expires": "2026-12-31"},
             {"check": "TOOLS-UNIQUE-NAMES", "subject": "other", "reason": "x", "expires": "2026-12-31"}]
            """
        let report = try await report(text, .sample.failing("duplicate-tool-names"))
        #expect(report.results.first { $0.check == "TOOLS-UNIQUE-NAMES" }?.verdict.name == .failed)
        #expect(report.staleExcuses == [])
    }

    @Test("names all that is wrong with it")
    func faults() {
        let text = #"[{"check": "TOOL-NAMES", "expires": "soon", "why": "x"}]"#
        let fault = #expect(throws: Baseline.Fault.self) { try Baseline(text, today: "2026-06-01") }
        for words in ["did you mean TOOLS-NAMES?", "reason is missing", "YYYY-MM-DD", "why means nothing here"] {
            #expect(fault?.description.contains(words) == true)
        }
    }

    private func report(_ text: String, _ mock: MockServer) async throws -> Report {
        var run = Self.mock
        run.baseline = try Baseline(text, today: "2026-06-01")
        return await run.report(mock)
    }
}
