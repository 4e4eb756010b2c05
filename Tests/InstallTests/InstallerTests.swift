import Foundation
import Install
import Registry
import Testing

@Suite("An installation")
struct InstallerTests {
    private static let request = InstallRequest("my-tool", server())

    private static func server(_ change: (inout IntegrationServer) -> Void = { _ in }) -> IntegrationServer {
        var server = IntegrationServer(.pypi, package: "my-server", version: "1.2.3")
        change(&server)
        return server
    }

    @Test("names the program in its final place, whose script knows its interpreter there")
    func good() async throws {
        let scratch = try Scratch()
        let installer = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        let made = try await installer.install(Self.request, at: scratch("server"))
        #expect(made.program == .init("\(scratch.path)/server/bin/my-server"))
        #expect(made.lock == [LockedPackage("my-server", "1.2.3")])
        #expect(made.client == "pip 24.0 of Python 3.11.2")
        let script = try String(contentsOfFile: scratch("server/bin/my-server"), encoding: .utf8)
        #expect(script.hasPrefix("#!\(scratch.path)/server/bin/python\n"))
        #expect(scratch.names == ["server"])
        #expect(installer.installed(Self.request, at: scratch("server")) == made)
    }

    @Test("starts from wherever its place is written with detours", arguments: ["./server", "/server/", ".//server"])
    func detours(place: String) async throws {
        let scratch = try Scratch()
        let installer = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        let made = try await installer.install(Self.request, at: "\(scratch.path)/\(place)")
        #expect(made.program == .init("\(scratch.path)/server/bin/my-server"))
        let script = try String(contentsOfFile: scratch("server/bin/my-server"), encoding: .utf8)
        #expect(script.hasPrefix("#!\(scratch.path)/server/bin/python\n"))
    }

    @Test("whose version was left open is what was asked for once the version that came is named")
    func unpinned() async throws {
        let scratch = try Scratch()
        let open = InstallRequest("my-tool", Self.server { $0.version = nil })
        let installer = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        let made = try await installer.install(open, at: scratch("server"))
        #expect(installer.installed(open, at: scratch("server")) == made)
        #expect(installer.installed(Self.request, at: scratch("server")) == made)
        let named = InstallRequest("my-tool", Self.server { $0.executable = "my-server" })
        #expect(installer.installed(named, at: scratch("server")) == made)
        let others = [
            Self.server { $0.version = "1.2.4" }, Self.server { $0.executable = "other" },
            Self.server { $0.constraints = ["mcp<2"] },
        ]
        for other in others {
            #expect(installer.installed(InstallRequest("my-tool", other), at: scratch("server")) == nil)
        }
    }

    @Test("gives clients words, never a line, and pins exactly")
    func words() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved()
        let request = InstallRequest("my-tool", Self.server { $0.constraints = ["mcp<2"] })
        let environment = ["PATH": "/bin", "PIP_INDEX_URL": "x", "PIP_TARGET": "/", "JIRA_API_TOKEN": "secret"]
        _ = try await Installer(runner: runner, environment: environment).install(request, at: scratch("server"))
        let pip = try #require(runner.commands.first { $0.arguments.contains("install") })
        #expect(pip.arguments.prefix(4) == ["-I", "-m", "pip", "install"])
        #expect(pip.environment == ["PATH": "/bin", "PIP_INDEX_URL": "x"])
        let file = try String(contentsOfFile: scratch("server/openwork-0.txt"), encoding: .utf8)
        #expect(file == "my-server==1.2.3\nmcp<2\n")
        #expect(!runner.commands.contains { ["sh", "bash"].contains($0.executable) })
    }

    @Test("of a hash fetches that package alone first, and only as it was hashed")
    func hashed() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved()
        let request = InstallRequest("my-tool", Self.server { $0.integrity = "sha256:abc" })
        _ = try await Installer(runner: runner, environment: [:]).install(request, at: scratch("server"))
        let words = runner.commands.map(\.arguments).filter { $0.contains("install") }
        #expect(words.count == 2)
        #expect(words[0].contains("--require-hashes") && words[0].contains("--no-deps"))
        let file = try String(contentsOfFile: scratch("server/openwork-0.txt"), encoding: .utf8)
        #expect(file == "my-server==1.2.3 --hash=sha256:abc\n")
    }

    @Test("that is there already is not made again, unless something else is asked for")
    func reused() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved()
        let installer = Installer(runner: runner, environment: [:])
        _ = try await installer.install(Self.request, at: scratch("server"))
        let count = runner.commands.count
        _ = try await installer.install(Self.request, at: scratch("server"))
        #expect(runner.commands.count == count)
        let other = InstallRequest("my-tool", Self.server { $0.version = "1.3.0" })
        #expect(installer.installed(other, at: scratch("server")) == nil)
        _ = try await installer.install(other, at: scratch("server"))
        #expect(installer.installed(other, at: scratch("server")) != nil)
        #expect(scratch.names == ["server"])
    }

    @Test("that fails leaves nothing behind, and what was there before stays")
    func atomic() async throws {
        let scratch = try Scratch()
        let good = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        _ = try await good.install(Self.request, at: scratch("server"))
        let bad = Installer(
            runner: ScriptedRunner.wellBehaved { command in
                guard command.arguments.contains("--report") else { return nil }
                let words = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
                return CommandResult(.exited(1), errors: [words])
            },
            environment: [:]
        )
        let other = InstallRequest("my-tool", Self.server { $0.version = "1.3.0" })
        let error = await #expect(throws: InstallError.self) { try await bad.install(other, at: scratch("server")) }
        #expect(error?.code == .diskFull)
        #expect(error?.lines.count == 1)
        #expect(scratch.names == ["server"])
        #expect(good.installed(Self.request, at: scratch("server")) != nil)
    }

    @Test("without its last file is none, nor one that was moved")
    func halfMade() async throws {
        let scratch = try Scratch()
        let installer = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        _ = try await installer.install(Self.request, at: scratch("server"))
        try FileManager.default.moveItem(atPath: scratch("server"), toPath: scratch("moved"))
        #expect(installer.installed(Self.request, at: scratch("moved")) == nil)
        try FileManager.default.moveItem(atPath: scratch("moved"), toPath: scratch("server"))
        #expect(installer.installed(Self.request, at: scratch("server")) != nil)
        try FileManager.default.removeItem(atPath: scratch("server/bin/my-server"))
        #expect(installer.installed(Self.request, at: scratch("server")) == nil)
    }

    @Test("never replaces what is none")
    func taken() async throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch("home"), withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: scratch("home/letter.txt")))
        let runner = ScriptedRunner.wellBehaved()
        let installer = Installer(runner: runner, environment: [:])
        let error = await #expect(throws: InstallError.self) {
            try await installer.install(Self.request, at: scratch("home"))
        }
        #expect(error?.code == .prefixTaken)
        #expect(runner.commands.isEmpty)
        installer.remove(scratch("home"))
        #expect(scratch.names == ["home"])
    }

    @Test("clears away what runs that were killed half-way have left")
    func leftovers() async throws {
        let scratch = try Scratch()
        // No process has this number: it is over the kernel's limit.
        for name in ["server.partial-99999999-1", "server.replaced-99999999-1", "server.partial-1-1", "other"] {
            try FileManager.default.createDirectory(atPath: scratch(name), withIntermediateDirectories: true)
        }
        let installer = Installer(runner: ScriptedRunner.wellBehaved(), environment: [:])
        _ = try await installer.install(Self.request, at: scratch("server"))
        #expect(scratch.names == ["other", "server", "server.partial-1-1"])
    }

    @Test("takes the first interpreter that will do, and names what is there when none does")
    func interpreters() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved { command in
            guard command.arguments.contains("-c") else { return nil }
            switch command.executable {
            case "python3": return CommandResult(.exited(0), output: ["/usr/bin/python3.11", "3.11.2"])
            case "python3.12": return CommandResult(.exited(0), output: ["/opt/python3.12", "3.12.1"])
            default: return CommandResult(.notStarted("not found"))
            }
        }
        let installer = Installer(runner: runner, environment: [:])
        let newer = InstallRequest("my-tool", Self.server { $0.requires = ["python~=3.12.0"] })
        _ = try await installer.install(newer, at: scratch("server"))
        #expect(runner.commands.first { $0.arguments.contains("venv") }?.executable == "/opt/python3.12")
        let newest = InstallRequest("my-tool", Self.server { $0.requires = ["python>=3.14"] })
        let error = await #expect(throws: InstallError.self) {
            try await installer.install(newest, at: scratch("newest"))
        }
        let words = "my-tool/pypi: python>=3.14 is not here (here are 3.11.2, 3.12.1): install one beside the others"
        #expect(error.map { "\($0)" } == words)
    }

    @Test("of a package without the program that the entry names says which there are")
    func noProgram() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved(program: "other") { command in
            command.arguments.last == "my-server" && command.arguments.contains("-c")
                ? CommandResult(.exited(0), output: ["my-sever", "admin"]) : nil
        }
        let request = InstallRequest("my-tool", Self.server { $0.executable = "my-serve" })
        let error = await #expect(throws: InstallError.self) {
            try await Installer(runner: runner, environment: [:]).install(request, at: scratch("server"))
        }
        #expect(error?.code == .noProgram)
        #expect(error?.detail == "did you mean my-sever?")
    }

    @Test("keeps the client's last words, without credentials")
    func redacted() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved { command in
            guard command.arguments.contains("--report") else { return nil }
            let noise = (1...50).map { "line \($0)" }
            return CommandResult(
                .exited(2),
                errors: noise + ["Looking in https://me:hunter2hunter2@pypi.example/simple"]
            )
        }
        let error = await #expect(throws: InstallError.self) {
            try await Installer(runner: runner, environment: [:]).install(Self.request, at: scratch("server"))
        }
        #expect(error?.code == .failed)
        #expect(error?.lines.count == InstallError.lineLimit)
        #expect(error?.lines.contains { $0.contains("hunter2") } == false)
    }

    @Test(
        "of an image without an engine says so",
        arguments: [
            (CommandResult(.notStarted("not found")), "no docker, no podman"),
            (
                CommandResult(.exited(1), errors: ["Cannot connect to the Docker daemon"]),
                "docker is here, and its engine does not answer, podman is here, and its engine does not answer"
            ),
        ]
    )
    func noEngine(result: CommandResult, detail: String) async throws {
        let scratch = try Scratch()
        let request = InstallRequest("github", IntegrationServer(.oci, package: "ghcr.io/x/y", version: "1.0"))
        let error = await #expect(throws: InstallError.self) {
            try await Installer(runner: ScriptedRunner { _ in result }, environment: [:])
                .install(request, at: scratch("server"))
        }
        #expect(error?.code == .noEngine)
        #expect(error?.detail == detail)
        #expect(scratch.names.isEmpty)
    }

    @Test("of an image asks the engine for exactly that one, and notes its digest")
    func image() async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner { command in
            command.arguments.first == "image"
                ? CommandResult(.exited(0), output: ["ghcr.io/x/y@sha256:abc"]) : CommandResult(.exited(0))
        }
        let request = InstallRequest("github", IntegrationServer(.oci, package: "ghcr.io/x/y", version: "1.0"))
        let made = try await Installer(runner: runner, environment: [:]).install(request, at: scratch("server"))
        #expect(runner.commands.map(\.arguments.last) == ["{{.Server.Version}}", "ghcr.io/x/y:1.0", "ghcr.io/x/y:1.0"])
        #expect(made.program == nil)
        #expect(made.lock == [LockedPackage("ghcr.io/x/y", "1.0", integrity: "sha256:abc")])
    }

    @Test("of what is elsewhere or ours makes nothing", arguments: [ServerKind.remote, .command, .skill])
    func nothing(kind: ServerKind) async throws {
        let scratch = try Scratch()
        let runner = ScriptedRunner.wellBehaved()
        let made = try await Installer(runner: runner, environment: [:])
            .install(InstallRequest("x", IntegrationServer(kind)), at: scratch("server"))
        #expect(made.program == nil)
        #expect(runner.commands.isEmpty && scratch.names.isEmpty)
    }
}
