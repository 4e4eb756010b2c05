import Foundation
import JSON
import Testing

@Suite("openwork import", .timeLimit(.minutes(3)))
struct ImportCommandTests {
    @Test("shows what would be done, does it, and takes it back, and no secret is shown")
    func wholeWay() async throws {
        try await CatalogueDaemon.run { daemon in
            let mock = try ToolRun.path(of: "openwork-mock")
            let file = try daemon.folder.file(
                "user/.cursor/mcp.json",
                """
                {"mcpServers": {
                    "gh": {"command": "\(mock)", "args": ["github", "--accept", "GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right"],
                        "env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_right"}},
                    "mine": {"command": "\(mock)", "args": ["--seed", "3"], "env": {"MY_TOKEN": "s3cr3t-canary"}},
                    "off": {"command": "x", "disabled": true}}}
                """
            )
            let before = try String(contentsOfFile: file, encoding: .utf8)

            let preview = try await daemon.openwork("import", "--dry-run")
            #expect(preview.code == 0, "\(preview.errors)")
            #expect(preview.output.contains("github (command)"))
            #expect(preview.output.contains("mine, an entry of your own that starts a command"))
            #expect(preview.output.contains("it is switched off there"))
            #expect(!(preview.output + preview.errors).contains("s3cr3t-canary"))

            let careful = try await daemon.openwork("import")
            #expect(careful.errors.contains("nothing was changed: give --yes"))

            let done = try await daemon.openwork("import", "--yes", "--with-commands", "--json")
            #expect(!(done.output + done.errors).contains("s3cr3t-canary"))
            let steps = try done.json["steps"]?.arrayValue ?? []
            #expect(steps.map { $0["integration"]?.stringValue } == ["github", "mine", nil])
            #expect(steps[0]["result"]?["state"] == "connected")

            let again = try await daemon.openwork("import", "--dry-run", "--json")
            #expect(try again.json["steps"]?[0]?["reason"]?.stringValue?.contains("in use already") == true)

            let undone = try await daemon.openwork("import", "--undo", "--yes")
            #expect(undone.output == "taken back: github\ntaken back: mine\n")
            let shown = try await daemon.openwork("show", "mine")
            #expect(shown.code == 1)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
            #expect(try await daemon.openwork("import", "--undo", "--yes").code == 1)
        }
    }

    @Test("adds no command without a word for it, and says so")
    func commands() async throws {
        try await CatalogueDaemon.run { daemon in
            _ = try daemon.folder.file("user/.cursor/mcp.json", #"{"mcpServers": {"x": {"command": "/bin/cat"}}}"#)
            let run = try await daemon.openwork("import", "--yes")
            #expect(run.output.contains("x: left out, because it starts a command"))
            #expect(try await daemon.openwork("show", "x").code == 1)
        }
    }
}
