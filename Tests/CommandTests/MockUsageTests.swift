import MCPConnection
import Testing

@Suite("openwork-mock and its words", .timeLimit(.minutes(1)))
struct MockUsageTests {
    private func run(_ arguments: String...) async throws -> ToolRun {
        try await ToolRun.of("openwork-mock", arguments, in: TemporaryFolder())
    }

    @Test(
        "a word that it does not take is named with the nearest that it does",
        arguments: [
            (["--fualt", "latency=2s"], "there is no option '--fualt'; did you mean --fault?"),
            (["--fault", "latnecy=2s"], "there is no fault 'latnecy'; did you mean 'latency'?"),
            (["--fault=crash@bite=1"], "crash has no parameter 'bite'; did you mean 'byte'?"),
            (["--fault", "latency=2"], "delay is '2': write a time with its unit"),
            (["--revision", "2025-06-19"], "--revision '2025-06-19' is not spoken here; did you mean '2025-06-18'?"),
            (["--seed", "-1"], "--seed is '-1': write a whole number"),
            (["--seed", "x"], "--seed is 'x': write a whole number"),
            (["--script"], "--script needs a value: --script my.json"),
            (["--fault", "--seed", "1"], "--fault needs a value: --fault latency=2s"),
            (["--script", "/no/such/file"], "--script /no/such/file cannot be read (No such file or directory)"),
            (["github", "jira"], "'jira' belongs to no option, and one integration is named already"),
            (["gihub"], "there is no integration 'gihub'; did you mean github?"),
            (["jira", "--condition", "expird"], "--condition 'expird' is not known; did you mean expired?"),
            (["jira", "--server", "remot"], "jira has no server 'remot': write one of pypi, remote"),
            (["--condition", "missing"], "--registry, --server, --condition and --accept need an integration"),
        ]
    )
    func wrongUsage(arguments: [String], words: String) async throws {
        let run = try await ToolRun.of("openwork-mock", arguments, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.output == "")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.hasSuffix("openwork-mock --help says what it takes\n"))
    }

    @Test("everything that is wrong is said at once")
    func allAtOnce() async throws {
        let run = try await run("--nope", "--fault", "latnecy", "--fault", "list-chrun", "--seed", "many")
        #expect(run.code == 64)
        #expect(run.errors.split(separator: "\n").count == 5)
    }

    @Test("--help is given whatever else was asked for", arguments: [["--help"], ["-h"], ["--nope", "--help"]])
    func help(arguments: [String]) async throws {
        let run = try await ToolRun.of("openwork-mock", arguments, in: TemporaryFolder())
        #expect(run.code == 0)
        #expect(run.errors == "")
        for option in ["--script", "--fault", "--revision", "--seed", "--list-faults", "--print-script", "--version"] {
            #expect(run.output.contains("\n  \(option) "))
        }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }

    @Test("--version says name and number")
    func version() async throws {
        let run = try await run("--version")
        #expect(run.code == 0)
        #expect(run.output.wholeMatch(of: /openwork-mock \d+\.\d+\.\d+\n/) != nil)
    }

    @Test("it loads no Foundation, which would cost more than the rest of its start")
    func libraries() async throws {
        let run = try await MockProcess.run { mock in
            try await mock.ping()
            _ = await mock.next()
            return MockProc.text(mock.process.pid, "maps")
        }
        let maps = try run.value
        #expect(maps.contains("openwork-mock"))
        #expect(!maps.contains("Foundation"))
    }
}
