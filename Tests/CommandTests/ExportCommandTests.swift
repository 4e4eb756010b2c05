import Foundation
import JSON
import Testing

@Suite("openwork export", .timeLimit(.minutes(2)))
struct ExportCommandTests {
    @Test("changes one entry of a client's file and nothing else, and takes it out again")
    func wholeWay() async throws {
        let folder = try TemporaryFolder()
        let text = "{\n    // mine\n    \"servers\": {\n        \"old\": { \"command\": \"x\" }, // kept\n    },\n}\n"
        let file = try folder.file("mcp.json", text)
        let words = [
            "export", "--client", "vscode", "--role", "support", "--file", file, "--url", "http://127.0.0.1:9",
        ]
        let written = try await ToolRun.of("openwork", words + ["--write"], environment: ["HOME": "/"], in: folder)
        #expect(written.code == 0, "\(written.errors)")
        #expect(written.errors.contains("does not answer"))
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
            after.hasPrefix("{\n    // mine\n    \"servers\": {\n        \"old\": { \"command\": \"x\" }, // kept\n")
        )
        #expect(after.contains("http://127.0.0.1:9/mcp/support"))
        #expect(try String(contentsOfFile: file + ".openwork-backup", encoding: .utf8) == text)

        let undone = try await ToolRun.of("openwork", words + ["--undo"], environment: ["HOME": "/"], in: folder)
        #expect(undone.code == 0, "\(undone.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        #expect(!FileManager.default.fileExists(atPath: file + ".openwork-backup"))
    }

    @Test("takes only its entry out where the file was changed meanwhile, and a file of its own away")
    func changedMeanwhile() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path("deep/config.toml")
        let words = ["export", "--client", "codex", "--role", "support", "--file", file]
        let home = ["HOME": "/", "OPENWORK_URL": "http://127.0.0.1:9"]
        #expect(try await ToolRun.of("openwork", words + ["--write"], environment: home, in: folder).code == 0)
        #expect(try await ToolRun.of("openwork", words + ["--undo"], environment: home, in: folder).code == 0)
        #expect(!FileManager.default.fileExists(atPath: file))
        _ = try folder.file("deep/config.toml", "model = \"m\"\n")
        _ = try await ToolRun.of("openwork", words + ["--write"], environment: home, in: folder)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        _ = try folder.file("deep/config.toml", "other = 1\n" + text)
        _ = try await ToolRun.of("openwork", words + ["--undo"], environment: home, in: folder)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "other = 1\nmodel = \"m\"\n")
    }

    @Test("leaves a file alone that it does not understand, and names the line")
    func unreadable() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("mcp.json", "{\n\"a\n")
        let run = try await ToolRun.of(
            "openwork",
            ["export", "--client", "cursor", "--role", "support", "--file", file, "--write"],
            environment: ["HOME": "/", "OPENWORK_URL": "http://127.0.0.1:9"],
            in: folder
        )
        #expect(run.code == 1)
        #expect(run.errors.contains("mcp.json has a text without its end (line 2)"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "{\n\"a\n")
    }
}
