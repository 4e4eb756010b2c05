import MCPConnection
import Testing

@Suite("The executable", .timeLimit(.minutes(1)))
struct CommandTests {
    private func client(_ url: String, _ variables: [String: String]) async throws -> ServerExitStatus? {
        var program = Scene.program(["client", url])
        program.environment.merge(variables) { $1 }
        return try await withServerProcess(program, clock: ContinuousClock()) { process in
            await process.exited()
        }.outcome.get()
    }

    @Test("serves over HTTP, and plays the scenarios it is told to in the environment")
    func serverAndClient() async throws {
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let program = Scene.program(["everything", "--transport", "http"])
        let run = try await withServerProcess(program, clock: ContinuousClock(), onErrorLine: { sink.yield($0) }) { _ in
            var iterator = lines.makeAsyncIterator()
            let line = try #require(await iterator.next())
            let url = try #require(line.split(separator: " ").last.map(String.init))
            #expect(line == "listening on \(url)")
            for version in ["2025-11-25", "2026-07-28"] {
                let variables = [
                    "MCP_CONFORMANCE_SCENARIO": "initialize", "MCP_CONFORMANCE_PROTOCOL_VERSION": version,
                ]
                #expect(try await client(url, variables) == .code(0))
            }
            #expect(try await client(url, [:]) == .code(0))
            #expect(try await client(url, ["MCP_CONFORMANCE_SCENARIO": "auth/pre-registration"]) == .code(1))
            #expect(try await client(url, ["MCP_CONFORMANCE_SCENARIO": "no-such-scenario"]) == .code(1))
            #expect(try await client("nonsense", [:]) == .code(64))
        }
        try run.outcome.get()
    }
}
