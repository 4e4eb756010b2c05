import Foundation
import JSON
import Testing

@Suite("A bad server ends in a clear verdict, and nothing of it is left")
struct BadServerTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String
        let fault: String
        /// A check that must fail.
        let check: String
        /// Words in what it found.
        let actual: String
        /// More than this is more than the bounds of its steps allow.
        var seconds = 40.0

        var testDescription: String { name }
    }

    static let servers = [
        Bad(name: "hangs at start", fault: "stall", check: "INIT-HANDSHAKE", actual: "no answer within"),
        Bad(name: "exits at once", fault: "exit-at-start", check: "INIT-HANDSHAKE", actual: "exit code 1"),
        Bad(name: "prints garbage", fault: "garbage-line", check: "WIRE-CLEAN-OUTPUT", actual: "no JSON"),
        Bad(name: "prints a banner first", fault: "stdout-banner", check: "WIRE-CLEAN-OUTPUT", actual: "no JSON"),
        Bad(name: "answers with a wrong id", fault: "wrong-id", check: "WIRE-ID-ECHO", actual: "1"),
        Bad(name: "never closes", fault: "ignore-stdin-close", check: "STOP-ON-CLOSE", actual: "SIGTERM"),
        Bad(
            name: "leaves a grandchild with the pipes",
            fault: "grandchild",
            check: "STOP-NO-LEFTOVERS",
            actual: "sleep"
        ),
        Bad(name: "crashes in a line", fault: "crash@byte=700", check: "WIRE-ONE-LINE", actual: "bytes of a line"),
    ]

    @Test("of the mock", .timeLimit(.minutes(1)), arguments: servers)
    func bad(_ bad: Bad) async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--revision", "2025-11-25", "--timeout", "4", "--format", "json", "--fault", bad.fault],
            in: folder
        )
        let report = try run.json
        let rows = report["results"]?.arrayValue ?? []
        let row = try #require(rows.first { $0["check"]?.stringValue == bad.check })
        #expect(row["verdict"] == "failed")
        #expect(row["actual"]?.stringValue?.contains(bad.actual) == true, "\(row["actual"] ?? .null)")
        #expect(run.code == 1 || row["advisory"] == true && run.code == 3)
        #expect(rows.count == Set(rows.compactMap { $0["check"]?.stringValue }).count)
        #expect(report["wallSeconds"]?.doubleValue ?? 99 < bad.seconds)
        #expect(run.errors == "")
    }

    @Test("one that sends a line of 50 MB costs less than 200 MB of memory", .timeLimit(.minutes(1)))
    func hugeLine() async throws {
        let folder = try TemporaryFolder()
        let line = "head -c 50000000 /dev/zero | tr '\\0' 'x'; echo; exec cat >/dev/null"
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--timeout", "4", "--format", "json", "--server", "--", "/bin/sh", "-c", line],
            in: folder
        )
        let rows = try run.json["results"]?.arrayValue ?? []
        let row = try #require(rows.first { $0["check"] == "WIRE-LINE-LIMIT" })
        #expect(row["verdict"] == "failed")
        #expect(row["actual"] == "50000000 bytes")
        let limit = try await Self.memoryLimit(in: folder)
        #expect(run.peakKilobytes < limit)
    }

    @Test("one that never stops writing is ended", .timeLimit(.minutes(1)))
    func flood() async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--timeout", "2", "--format", "json", "--server", "--", "yes"],
            in: folder
        )
        #expect(try run.verdicts()["INIT-HANDSHAKE"] == "failed")
        #expect(try run.verdicts()["WIRE-CLEAN-OUTPUT"] == "failed")
        let limit = try await Self.memoryLimit(in: folder)
        #expect(run.peakKilobytes < limit)
    }

    /// In kilobytes, with room for what is not the program's own.
    ///
    /// Linux counts what the process that starts another held at that moment into the other's peak: a program that
    /// needs nothing shows how much that is.
    private static func memoryLimit(in folder: TemporaryFolder) async throws -> Int {
        let idle = try await ToolRun.of("openwork-mock", ["--version"], in: folder)
        return max(200_000, idle.peakKilobytes + 20_000)
    }
}
