import MCPConnection
import Testing

/// The built mock while it listens over HTTP.
enum MockAddress {
    /// Starts it, waits for its address, and ends it with SIGTERM when the body is done: its input means nothing to it.
    static func run<Value: Sendable>(
        _ words: [String],
        environment: [String: String] = [:],
        _ body: @escaping @Sendable (_ url: String) async throws -> Value
    ) async throws -> (value: Value, exit: ServerExit) {
        let server = StdioServer(
            executable: try ToolRun.path(of: "openwork-mock"),
            arguments: words,
            environment: environment
        )
        let (addresses, sink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let run = try await withServerProcess(
            server,
            bounds: TeardownBounds(afterInputClosed: .milliseconds(50), afterTerminate: .seconds(3)),
            clock: ContinuousClock(),
            onErrorLine: { line in
                let places = ["listening on ", "answers on "].lazy.compactMap { line.firstRange(of: $0) }
                guard let place = places.first else { return }
                sink.yield(String(line[place.upperBound...]))
            }
        ) { _ in
            var iterator = addresses.makeAsyncIterator()
            return try await body(try #require(await iterator.next()))
        }
        return (try run.value, run.exit)
    }
}
