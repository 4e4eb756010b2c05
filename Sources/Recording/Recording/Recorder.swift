package import MCP
package import MCPConnection
package import MCPHTTP

/// Holds a conversation with a real server by our own client, onto a tape.
package struct Recorder: Sendable {
    /// What the client does.
    package var scenario: RecordScenario
    /// The tools it calls.
    package var calls: [RecordScenario.Call]
    /// What the session knows of us.
    package var configuration: ClientConfiguration
    /// Whether it answers what the server asks; otherwise it declares that it cannot.
    package var answersRequests: Bool
    /// Where everything is taken down.
    package let tape: Tape

    /// Prepares a recording; nothing is started.
    package init(
        _ scenario: RecordScenario,
        calls: [RecordScenario.Call] = [],
        configuration: ClientConfiguration,
        answersRequests: Bool = false,
        tape: Tape
    ) {
        self.scenario = scenario
        self.calls = calls
        self.configuration = configuration
        self.answersRequests = answersRequests
        self.tape = tape
        if answersRequests { self.configuration.capabilities = StandInUser.capabilities }
    }

    /// Starts a server, plays the scenario with it and ends it.
    ///
    /// A session that does not come about is a recording, too; what it is worth is for the judge to say.
    /// - Throws: `LaunchError` when there was nothing to record.
    package func record<C: Clock<Duration>>(
        _ server: StdioServer,
        guardedBy guardian: ServerGuard? = nil,
        clock: C
    ) async throws(LaunchError) {
        _ = try await withStdioClient(
            server,
            configuration: configuration,
            handlers: handlers,
            tap: tape.wireTap,
            guardedBy: guardian,
            clock: clock
        ) { client in
            await scenario.play(client, calls: calls)
        }
    }

    /// Plays the scenario with a server over HTTP.
    /// - Returns: why there was no connection, or none any more; nil when nothing was wrong with it.
    @discardableResult
    package func record<C: Clock<Duration>>(
        _ settings: HTTPClientSettings,
        exchanger: any HTTPExchanger,
        clock: C
    ) async -> HTTPFault? {
        let run = await withHTTPClient(
            settings,
            exchanger: RecordingExchanger(exchanger, tape: tape),
            configuration: configuration,
            handlers: handlers,
            clock: clock
        ) { client, _ in
            await scenario.play(client, calls: calls)
        }
        return run.fault
    }

    private var handlers: ClientHandlers { answersRequests ? StandInUser().handlers : .none }
}
