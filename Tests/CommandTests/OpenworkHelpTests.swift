import JSON
import Testing

@Suite("openwork and openworkd, before any daemon", .timeLimit(.minutes(2)))
struct OpenworkHelpTests {
    static let commands = [
        "status", "list", "show", "add", "remove", "install", "upgrade", "rollback", "configure", "enable", "disable",
        "restart", "test", "tools", "call", "logs", "role", "role list", "role show", "role assign", "vault",
        "vault rotate", "backup", "doctor", "login", "logout", "mcp", "role status", "role rules", "role token",
        "tools review",
        "tools approve", "setup", "import", "export",
    ]

    @Test("every command tells what it is for and what it takes", arguments: commands)
    func help(command: String) async throws {
        let words = command.split(separator: " ").map { String($0) }
        let run = try await ToolRun.of("openwork", words + ["--help"], in: TemporaryFolder())
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("OVERVIEW: "), "\(run.output)")
        #expect(run.output.contains("USAGE: openwork \(command)"), "\(run.output)")
        #expect(run.errors == "")
    }

    @Test("the list of commands that is tested is the one that there is")
    func complete() async throws {
        let run = try await ToolRun.of("openwork", ["--help"], in: TemporaryFolder())
        let listed = run.output.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n") ?? []
        let names = listed.compactMap { line -> String? in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See 'openwork") else { return nil }
            return line.split(separator: " ").first.map { String($0) }
        }
        #expect(Set(names).subtracting(Self.commands) == [])
        #expect(names.contains("status"))
    }

    @Test(
        "wrong usage is told, and ends with 64",
        arguments: [
            ["stauts"], ["show"], ["status", "--wacth"], ["logs", "github", "--lines", "0"], ["call", "github"],
            ["role", "assign", "support"], ["call", "github", "get_me", "no object"], ["add", "/no/such/file"],
            ["configure", "github", "--env-file", "/no/such/file"], ["status", "--url", "no address"],
        ]
    )
    func usage(words: [String]) async throws {
        let run = try await ToolRun.of("openwork", words, in: TemporaryFolder())
        #expect(run.code == 64, "\(run.code) \(run.errors)")
        #expect(run.output == "")
        #expect(!run.errors.isEmpty)
    }

    @Test(
        "without a daemon a command says how to start one, and ends with 3",
        arguments: [
            ["status"], ["status", "--json"], ["status", "--watch"], ["list"], ["show", "github"],
            ["remove", "github"], ["install", "github"], ["upgrade", "github"], ["rollback", "github"],
            ["configure", "github", "A=b"], ["enable", "github"], ["disable", "github"], ["restart", "github"],
            ["test", "github"], ["tools", "github"], ["call", "github", "get_me"], ["logs", "github"],
            ["logs", "github", "--follow"], ["role", "list"], ["vault", "rotate"], ["backup"],
        ]
    )
    func unreachable(words: [String]) async throws {
        let nowhere = ["OPENWORK_URL": "http://127.0.0.1:1"]
        let run = try await ToolRun.of("openwork", words, environment: nowhere, in: TemporaryFolder())
        #expect(run.code == 3, "\(run.code) \(run.errors)")
        #expect(run.output == "")
        #expect(run.errors.contains("no daemon answers at http://127.0.0.1:1"), "\(run.errors)")
        #expect(run.errors.contains("start it with openworkd"))
    }

    @Test("completions are there for every shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        for tool in ["openwork", "openworkd"] {
            let run = try await ToolRun.of(tool, ["--generate-completion-script", shell], in: TemporaryFolder())
            #expect(run.code == 0)
            #expect(run.output.contains(tool == "openwork" ? "rollback" : "restore"))
        }
    }

    @Test("doctor looks at this machine, also as JSON")
    func doctor() async throws {
        let folder = try TemporaryFolder()
        let variables = ["HOME": folder.path("")]
        let run = try await ToolRun.of("openwork", ["doctor", "--json"], environment: variables, in: folder)
        let things = try (run.json.arrayValue ?? []).compactMap { $0["thing"]?.stringValue }
        #expect(Set(["node", "npm", "python3", "home", "disk", "clock", "proxy"]).subtracting(things) == [])
        let spoken = try await ToolRun.of("openwork", ["doctor"], environment: variables, in: folder)
        #expect(spoken.code == run.code && [0, 1].contains(run.code))
        #expect(spoken.output.split(separator: "\n").count >= things.count)
    }

    @Test(
        "openworkd refuses what it cannot do, each with its exit code",
        arguments: [
            (["--home", "here"], 64, "--home here is relative"),
            (["--port", "70000"], 64, "--port 70000 is none"),
            (["--demo", "--restore", "x"], 64, "--demo has a home of its own"),
            (["--listen", "0.0.0.0"], 64, "give --tokens"),
            (["--listen", "0.0.0.0", "--tokens", "/t"], 64, "give --tls-certificate and --tls-key"),
            (["--log-level", "loud"], 64, "loud"),
        ]
    )
    func refusals(words: [String], code: Int32, fault: String) async throws {
        let run = try await ToolRun.of("openworkd", words, in: TemporaryFolder())
        #expect(run.code == code, "\(run.errors)")
        #expect(run.errors.contains(fault), "\(run.errors)")
    }

    @Test("openworkd tells what it is for")
    func daemonHelp() async throws {
        let run = try await ToolRun.of("openworkd", ["--help"], in: TemporaryFolder())
        #expect(run.code == 0)
        for option in ["--demo", "--restore", "--listen", "--port", "--tokens", "--home"] {
            #expect(run.output.contains(option))
        }
    }
}
