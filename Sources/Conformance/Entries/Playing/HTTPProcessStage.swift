import Glibc
package import MCP
import MCPConnection
package import MCPHTTP
package import Probing

/// Makes contacts over Streamable HTTP with mocks that are processes of their own, and may end under the client.
package struct HTTPProcessStage<C: Clock<Duration>>: ContactStage {
    private let mock: String
    private let registry: [String]
    private let seed: UInt64
    private let base: [String: String]
    private let exchanger: any HTTPExchanger
    private let clock: C
    private let prober: Prober<C>

    /// - Parameters:
    ///   - mock: The path of openwork-mock.
    ///   - registry: Files and folders with entries that are not the shipped ones.
    ///   - seed: For what is random in faults.
    ///   - base: The variables that every process gets.
    ///   - exchanger: Makes the requests, usually an `HTTPPool`.
    ///   - clock: Counts bounds and latencies.
    ///   - info: Who we say we are.
    package init(
        mock: String,
        registry: [String] = [],
        seed: UInt64,
        base: [String: String],
        exchanger: any HTTPExchanger,
        clock: C,
        info: Implementation
    ) {
        self.mock = mock
        self.registry = registry
        self.seed = seed
        self.base = base
        self.exchanger = exchanger
        self.clock = clock
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { Int64(time(nil)) }, info: info)
    }

    /// Over sockets.
    package var transport: Subject.Transport { .http }

    /// A process for this one contact, ended after it; nil also when there is no port to be had.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        var teardown = bounds.teardown
        // The end of its input means nothing to a server behind a port.
        teardown.afterInputClosed = .zero
        let server = StdioServer(
            executable: mock,
            arguments: play.words(seed: seed, registry: registry, over: .http),
            environment: base.merging(play.configuration) { $1 }
        )
        let (addresses, sink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        // Without a process no contact is made, which is what the rows about it say.
        let run = try? await withServerProcess(
            server,
            bounds: teardown,
            clock: clock,
            onErrorLine: { line in
                guard let place = line.firstRange(of: Self.announcement) else { return }
                sink.yield(String(line[place.upperBound...]))
            }
        ) { process in
            let url = await address(of: process, addresses, sink)
            guard url != nil || process.exitStatus != nil else { throw Unannounced() }
            let mark = ProcessView(pid: process.pid).environment?[StdioServer.processMarker]
            return (try await contact(play, subject, bounds, at: url), process.pid, mark)
        }
        guard let run, case .success((let found?, let pid, let mark)) = run.outcome else { return nil }
        var report = found
        report.exits = [run.exit]
        return EntryContact(report, survivors: ProcessView.survivors(ofSessions: [pid], mark: mark))
    }

    /// One that never listened is looked for where nobody does.
    private func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds,
        at url: String?
    ) async throws -> ContactReport? {
        if let url { return try await contact(play, subject, bounds, listeningAt: url) }
        return try await DeafPort.with { port in
            try await contact(play, subject, bounds, listeningAt: "http://127.0.0.1:\(port)/mcp")
        }
    }

    private func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds,
        listeningAt url: String
    ) async throws -> ContactReport? {
        try await prober.contact(play.settings(at: url), exchanger: exchanger, subject, bounds: bounds)
    }

    /// It runs and does not say where it listens, which no fault explains.
    private struct Unannounced: Error {}

    private static var announcement: String { "listening on " }

    /// How long a mock may take to open its port.
    private static var openingBound: Duration { .seconds(60) }

    /// Where it listens; nil when it ended before, or says nothing for too long.
    private func address(
        of process: ServerProcess,
        _ addresses: AsyncStream<String>,
        _ sink: AsyncStream<String>.Continuation
    ) async -> String? {
        await withTaskGroup { group in
            group.addTask {
                _ = await process.exited()
                sink.finish()
            }
            group.addTask { [clock] in
                // Cancelled when there is an address, or none to come.
                try? await clock.sleep(until: clock.now.advanced(by: Self.openingBound), tolerance: nil)
                sink.finish()
            }
            defer { group.cancelAll() }
            var iterator = addresses.makeAsyncIterator()
            return await iterator.next()
        }
    }
}
