import Glibc
import JSON
import Logging
import MCPAuthorization
import MCPConnection
import MCPHTTP
import MockVendors
import Synchronization
import Testing

/// Logins of the executable, as a contributor tries them.
@Suite("Logins of the executable", .timeLimit(.minutes(1)))
struct LoginCommandTests {
    private func client(_ words: [String]) async throws -> (status: ServerExitStatus?, said: [String]) {
        let said = Mutex<[String]>([])
        let program = Scene.program(["client"] + words)
        let note: @Sendable (String) -> Void = { line in said.withLock { $0.append(line) } }
        let status = try await withServerProcess(program, clock: ContinuousClock(), onErrorLine: note) { process in
            await process.exited()
        }.outcome.get()
        return (status, said.withLock(\.self))
    }

    /// Starts the server, and stops it as Ctrl-C does; what it said after its greeting.
    private func serving(_ words: [String], _ body: @Sendable (_ url: String) async throws -> Void) async throws
        -> [String]
    {
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let said = Mutex<[String]>([])
        let note: @Sendable (String) -> Void = { line in
            said.withLock { $0.append(line) }
            sink.yield(line)
        }
        let program = Scene.program(["oauth"] + words)
        try await withServerProcess(program, clock: ContinuousClock(), onErrorLine: note) { _ in
            var url = ""
            for await line in lines {
                if line.hasPrefix("MCP server") { url = line.split(separator: " ").last.map(String.init) ?? "" }
                if line.hasSuffix("until Ctrl-C:") { break }
            }
            try await body(url)
        }.outcome.get()
        return said.withLock(\.self)
    }

    @Test("a login, from the refusal to the tool, and what each of the two said")
    func login() async throws {
        let said = try await serving(["--scope", "read", "--call-scope", "write", "--dpop", "--nonce", "1"]) { url in
            let (status, words) = try await client([url, "--login"])
            #expect(status == .code(0), "\(words)")
            #expect(try await client([url]).status == .code(1))
        }
        #expect(said.filter { $0.contains("asked for a token with authorization_code") }.count == 2)
        #expect(said.contains { $0.hasSuffix("with scope read write") })
    }

    @Test(
        "a failure is named by the client that runs into it",
        arguments: [
            (["--no-pkce"], "PKCE"), (["--fail", "wrong-issuer"], "issuer"),
            (["--fail", "missing-iss"], "missingIssuer"),
            (["--fail", "declined"], "access_denied"), (["--fail", "expired"], "just issued"),
            (["--no-registration"], "registration"), (["--metadata", "none"], "metadata"),
        ]
    )
    func failures(words: [String], named: String) async throws {
        _ = try await serving(words) { url in
            let (status, said) = try await client([url, "--login"])
            #expect(status == .code(1))
            #expect(said.contains { $0.contains(named) }, "\(said)")
        }
    }

    @Test("wrong words are refused, with what would be right", arguments: [["--fail", "nonsense"], ["--nonce", "1"]])
    func usage(words: [String]) async throws {
        let program = Scene.program(["oauth"] + words)
        let status = try await withServerProcess(program, clock: ContinuousClock()) { await $0.exited() }.outcome.get()
        #expect(status == .code(64))
    }

    @Test("several processes renew one login once")
    func singleFlight() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let now: @Sendable () -> Int64 = { Int64(Glibc.time(nil)) }
        // The first renewal fails for now: whoever makes it keeps the others waiting for a second and tries again.
        let script = OAuthScript(faults: [.refreshStatus(503, times: 1)])
        let endpoint = MCPEndpoint(ProtectedNotes.settings(), clock: ContinuousClock())
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        try await OAuthVendorServer.protecting(
            endpoint,
            script,
            gate: ResourceGate(),
            port: 0,
            now: now,
            logger: logger
        ) { vendor, server in
            let words = [server.description, "--login", "--store", folder.path]
            #expect(try await client(words).status == .code(0))
            try await expire(server, in: folder.path)
            let ends = try await withThrowingTaskGroup { group in
                for _ in 0..<4 { group.addTask { try await client(words).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends == Array(repeating: .code(0), count: 4))
            let renewals = vendor.events.filter { event in
                if case .token("refresh_token", _, _, _, _) = event { true } else { false }
            }
            #expect(renewals.count == 2)
            #expect(vendor.events.count { if case .authorized = $0 { true } else { false } } == 1)
        }
    }

    /// Turns the clock of a stored grant back, as if its token had ended.
    private func expire(_ server: HTTPAddress, in folder: String) async throws {
        let store = FileGrantStore(folder: folder) { try await ContinuousClock().sleep(for: $0) }
        let key = GrantStoreKey.grant(server: server)
        var stored = try #require(try await store.read(key)?.objectValue)
        stored["issued_at"] = 1
        stored["expires_at"] = 2
        try await store.write(.object(stored), at: key)
    }
}
