import Glibc
package import MCP
package import MCPHTTP
import MockMCP
import MockMCPHTTP
package import Probing
import Registry

/// Performs the servers of entries over Streamable HTTP: each is a mock on a loopback port of its own, in this process.
///
/// Nothing is gained by a process for each: what a client can see of a server elsewhere goes over the socket, which is
/// real here, and the mock behind it is the one that `openwork-mock --transport http` serves. What is gained is time: a
/// port opens in about a millisecond, the executable that speaks HTTP takes many times as long to start.
package final class HTTPStage<C: Clock<Duration>>: EntryStage {
    private let seed: UInt64
    private let exchanger: any HTTPExchanger
    private let clock: C
    private let prober: Prober<C>

    /// - Parameters:
    ///   - seed: For what is random in faults.
    ///   - exchanger: Makes the requests, usually an `HTTPPool`.
    ///   - clock: Counts bounds and latencies.
    ///   - info: Who we say we are.
    package init(seed: UInt64, exchanger: any HTTPExchanger, clock: C, info: Implementation) {
        self.seed = seed
        self.exchanger = exchanger
        self.clock = clock
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { Int64(time(nil)) }, info: info)
    }

    /// Over sockets.
    package var transport: Subject.Transport { .http }

    /// None: the mocks are in this process.
    package var startedProcesses: Int { 0 }

    /// None of their own.
    package var peakMemoryInKiB: Int? { nil }

    /// A server that ends is not there for anybody who only has its address.
    package func terms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        guard case .contact(.troubled(let cause)) = scene,
            (subject.played.server.reactions[cause] ?? []).contains(where: { $0.how == .exit })
        else { return EntryTerms.ofMock(subject, scene) }
        let reason = "\(subject.server.id) ends, and over HTTP nobody sees how a process ends"
        return EntryTerms(obstacle: .notApplicable(reason))
    }

    /// A mock of its own for each conversation.
    package func host(_ play: EntryPlay) -> any ServerHost {
        MockHTTPHost { [self] body in
            do {
                try await mock(play).withHTTP(clock: clock) { url in
                    let address = try play.settings(at: url)
                    await body(HTTPHost(address, exchanger: exchanger, clock: clock))
                }
                return nil
            } catch {
                return "\(error)"
            }
        }
    }

    /// A mock for this one contact, reached as the daemon would reach the real server.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        // Without a port no contact is made, which is what the rows about it say.
        let report = try? await mock(play).withHTTP(clock: clock) { url in
            let address = try play.settings(at: url)
            return await prober.contact(address, exchanger: exchanger, subject, bounds: bounds)
        }
        return report.map { EntryContact($0) }
    }

    /// The mock looks at the credential of each request where it is right or missing, and pretends for all other causes.
    private func mock(_ play: EntryPlay) throws -> MockServer {
        let mock: MockServer
        switch play.condition {
        case .sound, .troubled(.missing), .indiscreet, .faulty:
            let isRemote = play.server.kind == .remote
            let condition: MockCondition = play.condition == .troubled(.missing) ? .troubled(.missing) : .sound
            mock =
                isRemote
                ? MockServer(
                    play.integration,
                    admitting: play.server,
                    environment: play.configuration,
                    accepting: [EntryDoor.accessToken: EntryPlay.tokenOfLogin]
                )
                : MockServer(
                    play.integration,
                    server: play.server,
                    condition: condition,
                    environment: play.configuration
                )
        case .troubled(let cause):
            mock = MockServer(
                play.integration,
                server: play.server,
                condition: .troubled(cause),
                environment: play.configuration
            )
        }
        return try play.faults.reduce(mock.seeded(seed)) { try $0.failing($1) }
    }
}
