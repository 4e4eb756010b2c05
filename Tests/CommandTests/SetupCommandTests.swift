import Foundation
import JSON
import Testing

@Suite("openwork setup", .timeLimit(.minutes(3)))
struct SetupCommandTests {
    @Test("asks, proves, comes back to what was left out, and goes on where it stopped", .enabled(if: Typist.isHere))
    func atTerminal() async throws {
        try await CatalogueDaemon.run { daemon in
            let first = try await Typist.run(
                daemon,
                ["setup"],
                [
                    ("all for all: ", "builders"), ("[q]uit: ", "y"),
                    ("GITHUB_PERSONAL_ACCESS_TOKEN: ", "ghp_wrong-canary"),
                    ("[q]uit: ", "b"), ("[q]uit: ", "s"), ("[q]uit: ", "q"),
                ]
            )
            #expect(first.code == 1)
            #expect(first.output.contains("❌ github configured: disconnected"), "\(first.output)")
            #expect(!first.output.contains("ghp_wrong-canary"))
            #expect(first.output.contains("Stopped here"))

            let second = try await Typist.run(
                daemon,
                ["setup"],
                [
                    ("[q]uit: ", "y"), ("keeps what is set): ", "ghp_right"), ("[q]uit: ", "s"),
                    ("Come back to them now? [y/N] ", "y"),
                    ("[q]uit: ", ""), ("Write it? [y/N] ", "y"), ("Write it? [y/N] ", "n"),
                ]
            )
            #expect(second.output.contains("Going on with builders"), "\(second.output)")
            #expect(second.output.contains("✅ github configured: connected"), "\(second.output)")
            #expect(!second.output.contains("never asked"), "\(second.output)")
            let file = try String(
                contentsOfFile: daemon.folder.path("user/.config/Claude/claude_desktop_config.json"),
                encoding: .utf8
            )
            #expect(file.contains("openwork-builders"))
        }
    }

    @Test("does what a file says, with secrets from elsewhere, and says what is missing before it begins")
    func fromFile() async throws {
        try await CatalogueDaemon.run { daemon in
            _ = try daemon.folder.file("token", "ghp_right\n")
            let wrong = try daemon.folder.file(
                "wrong.yaml",
                "roles: [builders]\nintegrations:\n  github:\n    env: { GITHUB_PERSONAL_ACCESS_TOKEN: inline-canary }\n  nots: {}\n"
            )
            let refused = try await daemon.openwork("setup", "--file", wrong)
            #expect(refused.code == 64)
            #expect(refused.errors.contains("is a secret and stands in the file"))
            #expect(refused.errors.contains("integrations.nots: there is no such integration"))
            #expect(!refused.errors.contains("inline-canary"))
            let right = try daemon.folder.file(
                "right.yaml",
                "integrations:\n  github:\n    env: { GITHUB_PERSONAL_ACCESS_TOKEN: { file: token } }\n"
            )
            let run = try await daemon.openwork("setup", "--file", right)
            #expect(run.output.contains("✅ github configured: connected"), "\(run.output)\(run.errors)")
            #expect(run.code == 0)
        }
    }
}
