import Drift
import Fixtures
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction

/// Holds the recorded conversation with the live server, onto a tape.
struct LiveCheck: Sendable {
    let verification: Verification
    let fixture: Fixture
    let way: LiveServer.Way
    let configuration: ClientConfiguration
    let tape: Tape

    init(fixture: Fixture, live: LiveServer, tape: Tape) {
        self.fixture = fixture
        self.tape = tape
        way = live.way
        verification = Verification(fixture, scrubber: live.scrubber)
        var configuration = live.configuration
        if verification.needsCapabilities { configuration.capabilities = StandInUser.capabilities }
        // A conversation that began without a probe is held in its own revision again.
        if !verification.wasProbed, configuration.offer == .all, let revision = fixture.header.revision,
            let pinned = ProtocolRevision(rawValue: revision)
        {
            configuration.offer = .only(pinned)
        }
        self.configuration = configuration
    }

    /// The differences; a failure means that nothing could be compared.
    func run() async -> Result<[DriftFinding], any Error> {
        switch way {
        case .command(let server):
            do throws(LaunchError) {
                let run = try await withStdioClient(
                    server,
                    configuration: configuration,
                    handlers: verification.handlers,
                    tap: tape.wireTap,
                    clock: ContinuousClock()
                ) { client in await compare(client) }
                return settled(run.outcome)
            } catch {
                return .failure(error)
            }
        case .address(let settings):
            do {
                let run = try await HTTPPool.with { pool in
                    await withHTTPClient(
                        settings,
                        exchanger: RecordingExchanger(pool, tape: tape),
                        configuration: configuration,
                        handlers: verification.handlers,
                        clock: ContinuousClock()
                    ) { client, _ in await compare(client) }
                }
                return settled(run.run.outcome)
            } catch {
                return .failure(error)
            }
        }
    }

    private func compare(_ client: Client) async -> [DriftFinding] {
        var drifts: [DriftFinding] = []
        if !verification.expectsSession {
            drifts.append(DriftFinding(.outcomeChanged, "handshake", "a session came about, and none did before"))
        } else if let revision = fixture.header.revision, revision != client.server.revision.rawValue {
            let detail = "revision \(client.server.revision), and was \(revision)"
            drifts.append(DriftFinding(.answerChanged, "handshake", detail))
        }
        return drifts + (await verification.run(client))
    }

    private func settled(_ outcome: Result<[DriftFinding], any Error>) -> Result<[DriftFinding], any Error> {
        guard case .failure(let error) = outcome, error is ConnectFailure else { return outcome }
        // No session then and none now is no difference.
        guard verification.expectsSession else { return .success([]) }
        return .success([DriftFinding(.unanswered, "handshake", "\(error)")])
    }
}
