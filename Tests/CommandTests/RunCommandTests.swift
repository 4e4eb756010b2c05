import Foundation
import JSON
import Testing

@Suite("openwork-conform run")
struct RunCommandTests {
    @Test("the mock passes in every revision", .timeLimit(.minutes(1)))
    func mock() async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--format", "json"],
            in: TemporaryFolder()
        )
        let report = try run.json
        #expect(run.code == 0)
        #expect(report["mode"] == "offline")
        #expect(report["summary"]?["failed"] == 0)
        #expect(report["summary"]?["incomplete"] == 0)
        #expect(report["summary"]?["passed"]?.intValue ?? 0 > 200)
        #expect(Set((report["results"]?.arrayValue ?? []).compactMap { $0["revision"]?.stringValue }).count == 5)
    }

    @Test("a failure is repeated by the command that it prints", .timeLimit(.minutes(1)))
    func repeated() async throws {
        let folder = try TemporaryFolder()
        let first = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--fault", "call-error", "--revision", "2025-06-18", "--format", "json"],
            in: folder
        )
        let rows = try first.json["results"]?.arrayValue ?? []
        let row = try #require(rows.first { $0["check"] == "CALL-ANSWERED" })
        #expect(
            row["repeat"]
                == "openwork-conform run --check CALL-ANSWERED --revision 2025-06-18 --seed 1 --mock --fault call-error"
        )
        let words = try #require(row["repeat"]?.stringValue).split(separator: " ").dropFirst().map(String.init)
        let second = try await ToolRun.of("openwork-conform", words + ["--format", "json"], in: folder)
        #expect(second.code == 1)
        #expect(try second.verdicts() == ["CALL-ANSWERED": "failed"])
    }

    @Test("advisory findings fail only a strict run", .timeLimit(.minutes(1)), arguments: [(false, 0), (true, 1)])
    func strict(isStrict: Bool, code: Int) async throws {
        let arguments = ["run", "--mock", "--fault", "bad-tool-name", "--check", "TOOLS-NAMES"]
        let run = try await ToolRun.of(
            "openwork-conform",
            arguments + (isStrict ? ["--strict"] : []),
            in: TemporaryFolder()
        )
        #expect(Int(run.code) == code)
        #expect(run.output.contains(isStrict ? "failed TOOLS-NAMES" : "advisory TOOLS-NAMES"))
    }

    @Test(
        "a secret given to the server is nowhere in the report",
        .timeLimit(.minutes(1)),
        arguments: ["pretty", "json", "junit"]
    )
    func secrets(format: String) async throws {
        let folder = try TemporaryFolder()
        let secret = "s3cret/with \"quotes\" & <more>"
        // It tells the secret in every way it can: as a banner, in a message, on standard error, in its name.
        let line = #"echo "banner $TOKEN"; echo "log $TOKEN" >&2; exit 9"#
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--env", "TOKEN=\(secret)", "--format", format, "--server", "--", "/bin/sh", "-c", line],
            in: folder
        )
        #expect(!(run.output + run.errors).contains("s3cret"))
        #expect(run.output.contains("[TOKEN]"))
    }

    @Test("the report goes to a file, and the table is printed all the same", .timeLimit(.minutes(1)))
    func file() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("report.xml")
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--check", "INIT-*", "--format", "junit", "--output", path],
            in: folder
        )
        #expect(run.code == 0)
        #expect(run.output.contains("INIT-HANDSHAKE"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<?xml"))
    }

    @Test(
        "wrong usage is named with the fix",
        arguments: [
            (
                [],
                "name what to check: an integration, --all, --server -- COMMAND…, --url ADDRESS, --client -- COMMAND…, or --mock"
            ),
            (["--server"], "--server needs the command after --"),
            (["--mock", "--check", "TOOL-NAMES"], "did you mean TOOLS-NAMES?"),
            (["--mock", "--revision", "2025-01-01"], "use 2024-11-05"),
            (["--mock", "--arguments", "{"], "belong to --call TOOL"),
            (["--mock", "--call", "add", "--arguments", "[1]"], "must be a JSON object"),
            (["--mock", "--timeout", "0"], "--timeout 5"),
            (["--server", "--fault", "x", "--", "cat"], "--fault is for --mock"),
            (["--mock", "--check", "CLIENT-*"], "is about clients: add --client"),
            (["--client"], "--client needs the command after --"),
            (["--client", "--url", "http://127.0.0.1:1/mcp", "--", "cat"], "--client excludes --server"),
            (["--client", "--check", "TOOLS-NAMES", "--", "cat"], "those of clients begin with CLIENT-"),
            (["--server", "--env", "NOT_SET_ANYWHERE", "--", "cat"], "the variable is not set here"),
        ]
    )
    func usage(arguments: [String], words: String) async throws {
        let run = try await ToolRun.of("openwork-conform", ["run"] + arguments, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
    }
}
