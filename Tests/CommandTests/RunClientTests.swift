import Foundation
import JSON
import Testing

/// `openwork-conform run --client`: the command under test is started for real.
@Suite("openwork-conform run --client", .timeLimit(.minutes(3)))
struct RunClientTests {
    @Test("our own client passes all that there is")
    func passes() async throws {
        let client = try ToolRun.path(of: "openwork-mock")
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--format", "json", "--strict", "--client", "--", client, "client"],
            in: TemporaryFolder()
        )
        let report = try run.json
        let rows = report["results"]?.arrayValue ?? []
        #expect(run.code == 0, "\(run.errors)")
        #expect(rows.filter { $0["verdict"] == "failed" || $0["verdict"] == "incomplete" } == [])
        #expect(report["summary"]?["passed"]?.intValue ?? 0 > 90)
        #expect(Set(rows.compactMap { $0["revision"]?.stringValue }) == ["2025-11-25", "2026-07-28"])
    }

    @Test("a client that breaks a rule fails, and its check can be repeated")
    func fails() async throws {
        let folder = try TemporaryFolder()
        // It does nothing but to ask for a revision that nobody speaks.
        let script = #"""
            curl -s -X POST -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \
                -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"1999-12-31"}}' "$0"
            """#
        let words = [
            "run", "--format", "json", "--revision", "2025-11-25", "--check", "CLIENT-INIT-*", "--client", "--",
            "/bin/sh", "-c", script,
        ]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 1)
        let verdicts = try run.verdicts()
        #expect(verdicts["CLIENT-INIT-FIRST"] == "failed")
        #expect(verdicts["CLIENT-INIT-VERSION"] == "failed")
        #expect(verdicts["CLIENT-INIT-READY"] == "failed")
        let row = try (run.json["results"]?.arrayValue ?? []).first { $0["check"] == "CLIENT-INIT-VERSION" }
        #expect(row?["actual"]?.stringValue?.contains("1999-12-31") == true)
        #expect(
            row?["repeat"]?.stringValue?.hasPrefix(
                "openwork-conform run --check CLIENT-INIT-VERSION --revision 2025-11-25"
            ) == true
        )
    }

    @Test("a client that hangs is ended with all that it started")
    func hangs() async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            [
                "run", "--timeout", "1", "--revision", "2025-11-25", "--check", "CLIENT-INIT-FIRST", "--client", "--",
                "/bin/sh", "-c", "sleep 600 & sleep 600",
            ],
            in: TemporaryFolder()
        )
        #expect(run.code == 3)
        #expect(run.output.contains("it was still running after 1000 ms"))
    }

    @Test("a client that cannot be started says why, and nothing reads as green")
    func absent() async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--check", "CLIENT-TOOLS-*", "--client", "--", "/no/such/client"],
            in: TemporaryFolder()
        )
        #expect(run.code == 3)
        #expect(run.output.contains("it could not be started"))
    }
}
