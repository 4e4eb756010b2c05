import Glibc
import Testing

@testable import MCPConnection

@Suite("A server that cannot be started", .timeLimit(.minutes(1)))
struct LaunchErrorTests {
    private func launchError(_ server: StdioServer) async -> LaunchError? {
        do throws(LaunchError) {
            _ = try await withServerProcess(server, clock: ContinuousClock()) { _ in }
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "is named with the fault and the fix",
        arguments: [
            (
                "no-such-program", LaunchError.Code.notFound,
                "no-such-program was not found in PATH (/usr/bin, /bin): install it"
            ),
            ("/no/such/program", .notFound, "/no/such/program does not exist"),
            ("/etc/passwd", .notExecutable, "/etc/passwd is not executable: run chmod +x"),
            ("/usr", .isDirectory, "/usr is a directory"),
            ("", .invalidCommand, "it is empty"),
        ]
    )
    func named(executable: String, code: LaunchError.Code, text: String) async throws {
        let server = StdioServer(executable: executable, environment: ["PATH": "/usr/bin:/bin:relative"])
        let error = try #require(await launchError(server))
        #expect(error.code == code)
        #expect(error.description.contains(text), "\(error)")
    }

    @Test(
        "for want of an interpreter says which",
        arguments: [
            (
                "#!/no/such/interpreter -x\nprint(1)\n", LaunchError.Code.missingInterpreter,
                "needs the interpreter /no/such/interpreter"
            ),
            ("#!/usr/bin/env no-such-language\n", .missingInterpreter, "needs the interpreter no-such-language"),
            (
                "#!/usr/bin/env -S A=1 no-such-language -x\n", .missingInterpreter,
                "needs the interpreter no-such-language"
            ),
            ("echo no first line\n", .wrongFormat, "no #! line"),
        ]
    )
    func interpreter(script: String, code: LaunchError.Code, text: String) async throws {
        try await withScript(script) { path in
            let error = try #require(
                await launchError(StdioServer(executable: path, environment: ["PATH": "/usr/bin:/bin"]))
            )
            #expect(error.code == code)
            #expect(error.description.contains(text), "\(error)")
        }
    }

    @Test("because of its working directory says so", arguments: ["/no/such/directory", "/etc/passwd"])
    func workingDirectory(path: String) async throws {
        var server = TestServers.echo
        server.workingDirectory = path
        let error = try #require(await launchError(server))
        #expect(error.code == .badWorkingDirectory)
        #expect(error.description.contains(path))
    }

    @Test("for its variables says which", arguments: ["A=B", "", "1A", "A\0"])
    func variables(name: String) async throws {
        let server = StdioServer(executable: "/bin/cat", environment: [name: "value"])
        #expect(try #require(await launchError(server)).code == .invalidCommand)
    }

    @Test("leaves no descriptor behind")
    func noLeaks() async {
        let before = openDescriptorCount()
        for _ in 0..<100 { _ = await launchError(StdioServer(executable: "/no/such/program")) }
        for _ in 0..<100_000 where openDescriptorCount() >= before + 50 { await Task.yield() }
        #expect(openDescriptorCount() < before + 50)
    }

    @Test("starts a script whose interpreter is there, by name and by relative path")
    func script() async throws {
        try await withScript("#!/bin/sh\necho started\n") { path in
            let (directory, name) = ("/tmp", String(path.dropFirst(5)))
            for server in [
                StdioServer(executable: path), StdioServer(executable: name, environment: ["PATH": directory]),
                StdioServer(executable: "./" + name, workingDirectory: directory),
            ] {
                let run = try await withServerProcess(server, clock: ContinuousClock()) {
                    await collect(1, from: $0.channel)
                }
                #expect(try run.value == [.message(Array("started".utf8))])
            }
        }
    }

    private func withScript(_ text: String, _ body: (String) async throws -> Void) async throws {
        let path = "/tmp/openwork-launch-test-\(UInt64.random(in: 0 ... .max))"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
        #expect(write(descriptor, text, text.utf8.count) == text.utf8.count)
        close(descriptor)
        defer { unlink(path) }
        try await body(path)
    }
}
