import Foundation
import Glibc
import JSON
import Testing

@Suite("openwork over a running daemon", .timeLimit(.minutes(4)))
struct OpenworkStoryTests {
    private let token = "GITHUB_PERSONAL_ACCESS_TOKEN"

    @Test("a credential is refused with cause and next action, and accepted, in the very answer")
    func configured() async throws {
        try await RunningDaemon.with { daemon in
            let wrong = try await daemon.openwork("configure", "tool", "\(token)=ghp_wrong4711")
            #expect(wrong.code == 1)
            #expect(wrong.output.contains("❌ tool configured: disconnected"), "\(wrong.output)")
            #expect(wrong.output.contains("next: check \(token)"), "\(wrong.output)")
            let status = try await daemon.openwork("status")
            #expect(status.code == 1)
            #expect(status.output.contains("❌  tool"), "\(status.output)")
            let file = try daemon.folder.file("tool.env", "export \(token)='ghp_right0815'\n")
            let right = try await daemon.openwork("configure", "tool", "--env-file", file)
            #expect(right.code == 0, "\(right.output) \(right.errors)")
            #expect(right.output.contains("✅ tool configured: connected"), "\(right.output)")
            let fine = try await daemon.openwork("status")
            #expect(fine.code == 0)
            #expect(fine.output.contains("✅ 1 connected"))
            for run in [wrong, status, right, fine] { #expect(!(run.output + run.errors).contains("ghp_")) }
        }
    }

    @Test("each command does what it says, for people and as JSON")
    func everyday() async throws {
        try await RunningDaemon.with { daemon in
            _ = try await daemon.openwork("configure", "tool", "\(token)=ghp_right0815")
            for words in [["list"], ["show", "tool"], ["tools", "tool"], ["logs", "tool"], ["role", "list"]] {
                let run = try await ToolRun.of(
                    "openwork",
                    words,
                    environment: ["OPENWORK_URL": daemon.url],
                    in: daemon.folder
                )
                #expect(run.code == 0, "\(words) \(run.errors)")
                #expect(!run.output.isEmpty && run.errors == "", "\(words)")
            }
            let list = try await daemon.openwork("list", "--json").json
            #expect(list["integrations"]?.arrayValue?.count == 50)
            #expect(try await daemon.openwork("show", "tool", "--json").json["id"] == "tool")
            let call = try await daemon.openwork("call", "tool", "get_me")
            #expect(call.code == 0 && call.output.contains("→ ok"), "\(call.output) \(call.errors)")
            let called = try await daemon.openwork("call", "tool", "get_me", "{}", "--json").json
            #expect(called["outcome"] == "ok")
            let unknown = try await daemon.openwork("call", "tool", "no_such_tool")
            #expect(unknown.code == 1)
            for (word, done) in [
                ("test", "tested"), ("restart", "restarted"), ("disable", "disabled"), ("enable", "enabled"),
            ] {
                let run = try await daemon.openwork(word, "tool", "--json")
                #expect(run.code == 0, "\(word) \(run.output) \(run.errors)")
                #expect(try run.json["done"]?.stringValue == done)
            }
            let lines = try await daemon.openwork("logs", "tool", "--lines", "5", "--json").output
            for line in lines.split(separator: "\n") { _ = try JSONValue(parsing: Array(line.utf8)) }
            #expect(lines.contains("started, process"))
        }
    }

    @Test("what goes wrong is told with the fix, and ends with 1")
    func problems() async throws {
        try await RunningDaemon.with { daemon in
            let unknown = try await daemon.openwork("show", "tol")
            #expect(unknown.code == 1)
            #expect(unknown.errors.contains("did you mean tool?"), "\(unknown.errors)")
            let field = try await daemon.openwork("configure", "tool", "GITHUB_TOKEN=x")
            #expect(field.code == 1)
            #expect(field.errors.contains("GITHUB_TOKEN"), "\(field.errors)")
            #expect(try await daemon.openwork("rollback", "tool").errors.contains("has no version to go back to"))
            #expect(try await daemon.openwork("upgrade", "tool").errors.contains("is not a package"))
            #expect(try await daemon.openwork("role", "show", "suport").errors.contains("did you mean support?"))
            let role = try await daemon.openwork("role", "show", "support", "--json")
            #expect(role.code == 1)
            #expect(try role.json["id"] == "support")
        }
    }

    @Test("an entry is added and removed; one that starts a command is written to the file by the terminal alone")
    func added() async throws {
        try await RunningDaemon.with { daemon in
            let short = #"{"id": "mine", "name": "Mine", "npmPackage": "my-mcp-server"}"#
            let added = try await daemon.openwork("add", try daemon.folder.file("mine.json", short))
            #expect(added.code == 0 && added.output.contains("openwork configure mine"), "\(added.errors)")
            let entry = RunningDaemon.entry("other", mock: daemon.mock).text()
            let command = try await daemon.openwork("add", try daemon.folder.file("other.json", entry), "--json")
            #expect(command.code == 0, "\(command.errors)")
            #expect(try command.json["file"]?.stringValue?.hasSuffix("registry/integrations.json") == true)
            var ids: [String] = []
            while !ids.contains("other") {
                let rows = try await daemon.openwork("list", "--json").json["integrations"]?.arrayValue ?? []
                ids = rows.compactMap { $0["id"]?.stringValue }
            }
            #expect(ids.contains("mine") && ids.contains("tool"))
            #expect(try await daemon.openwork("remove", "mine", "--json").json == ["removed": "mine"])
            #expect(try await daemon.openwork("remove", "other").output.contains("removed other"))
            #expect(try await daemon.openwork("remove", "mine").code == 1)
        }
    }

    @Test("a backup is put back by --restore with everything in it, and not while a daemon works in the home")
    func restored() async throws {
        let folder = try TemporaryFolder()
        var backup = ""
        try await RunningDaemon.with(in: folder) { daemon in
            _ = try await daemon.openwork("configure", "tool", "\(token)=ghp_right0815")
            #expect(try await daemon.openwork("vault", "rotate").code == 0)
            let answer = try await daemon.openwork("backup", "--json")
            #expect(answer.code == 0, "\(answer.errors)")
            backup = try #require(try answer.json["file"]?.stringValue)
            let bytes = try Data(contentsOf: URL(filePath: backup))
            #expect(bytes.range(of: Data("ghp_right0815".utf8)) == nil)
            #expect(try await daemon.openwork("remove", "tool").code == 0)
            let early = try await ToolRun.of(
                "openworkd",
                ["--home", folder.path("home"), "--restore", backup],
                in: folder
            )
            #expect(early.code == 1)
            #expect(early.errors.contains("is in use by the daemon"), "\(early.errors)")
        }
        let run = try await ToolRun.of("openworkd", ["--home", folder.path("home"), "--restore", backup], in: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("is restored"))
        try await RunningDaemon.with(in: folder) { daemon in
            let tried = try await daemon.openwork("test", "tool")
            #expect(tried.code == 0, "\(tried.output) \(tried.errors)")
            #expect(tried.output.contains("✅ tool tested: connected"))
        }
    }

    @Test("status is shown again whenever something happens")
    func watched() async throws {
        try await RunningDaemon.with { daemon in
            let name = UUID().uuidString
            let watched = Task {
                try await ToolRun.of(
                    "openwork",
                    ["status", "--watch", "--json", "--url", daemon.url],
                    in: daemon.folder,
                    named: name
                )
            }
            _ = try await daemon.openwork("configure", "tool", "\(token)=ghp_right0815")
            let file = daemon.folder.path("\(name).out")
            var text = ""
            while !text.contains(#""connected":1"#) {
                text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            kill(daemon.pid, SIGTERM)
            // The stream ends with the daemon, and with it the command.
            let run = try await watched.value
            #expect(run.output.split(separator: "\n").count > 1)
        }
    }
}
