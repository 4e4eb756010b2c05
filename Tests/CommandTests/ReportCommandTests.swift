import Foundation
import JSON
import Testing

@Suite("Reports as they are asked for")
struct ReportCommandTests {
    @Test("are written several at once, and read again in every other shape", .timeLimit(.minutes(3)))
    func formats() async throws {
        let folder = try TemporaryFolder()
        let (json, page) = (folder.path("run.json"), folder.path("run.html"))
        let run = try await ToolRun.of(
            "openwork-conform",
            [
                "run", "--mock", "--fault", "stdout-banner", "--check", "WIRE-*", "--output", json, "--output",
                page,
            ],
            in: folder
        )
        #expect(run.code == 1)
        #expect(run.output.contains("WIRE-CLEAN-OUTPUT"))
        let starts = [
            "html": "<!DOCTYPE html>", "tap": "TAP version 14", "junit": "<?xml", "sarif": "{", "markdown": "## ✘",
            "github": "::error ", "badge": "<svg", "shields": "{", "ndjson": "{\"integration\"",
            "pretty": "openwork-conform",
        ]
        for (format, start) in starts {
            let again = try await ToolRun.of("openwork-conform", ["report", json, "--format", format], in: folder)
            #expect(again.code == 0, "\(again.errors)")
            #expect(again.output.hasPrefix(start), "\(format): \(again.output.prefix(80))")
        }
        let again = try await ToolRun.of("openwork-conform", ["report", json, "--format", "html"], in: folder)
        #expect(again.output == (try String(contentsOfFile: page, encoding: .utf8)))
    }

    @Test(
        "say what is wrong with what was asked",
        arguments: [
            (["run", "--mock", "--format", "json", "--format", "tap"], "all but one need an --output"),
            (["run", "--mock", "--format", "json", "--output", "a", "--output", "b"], "--output b has no --format"),
            (["run", "--mock", "--output", "a.json", "--output", "a.json"], "two reports cannot go to one place"),
            (["run", "--mock", "--shard", "1/2"], "--shard divides integrations"),
            (["run", "--all", "--shard", "3/2"], "3/2"),
            (["run", "--mock", "--retries", "99"], "between 0 and 10"),
            (["run", "--mock", "--watch"], "--watch is for integrations"),
        ]
    )
    func wrong(words: [String], message: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("come line by line, each row once", .timeLimit(.minutes(3)))
    func lines() async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "slack", "linear", "--check", "REG-*", "--check", "AUTH-*", "--format", "ndjson"],
            in: folder
        )
        let rows = try run.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        let count = rows.dropLast().count
        #expect(count > 20)
        #expect(rows.last?["exitStatus"] == 0)
        // Played by the mock and from recordings: the subject is part of what a row is about.
        let keys = rows.dropLast().map { row in
            ["integration", "server", "subject", "transport", "revision", "check"].map { "\(row[$0] ?? nil)" }
        }
        #expect(Set(keys).count == count)
    }

    @Test("point at the line where an entry and its suite are written")
    func places() async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "github", "--check", "REG-*", "--suites", "conformance", "--format", "json"],
            in: folder
        )
        let rows = try run.json["results"]?.arrayValue ?? []
        let suite = try #require(rows.first { $0["check"] == "REG-SUITE" })
        #expect(suite["file"] == "conformance/github.yaml")
        let entry = try #require(rows.first { $0["check"] == "REG-SOUND" })
        #expect(entry["file"] == "Sources/Registry/Catalogue/github.json")
        #expect(entry["line"]?.intValue ?? 0 >= 1)
    }
}
