import MCP
import MCPConnection

/// One stream of a server: what a client posted, the serving of it, and the messages that go back on that stream alone.
final class Exchange: Sendable {
    let name: Int
    let log: EventLog

    private let conversation: ServerConversation
    private let isStopped = OneShot<Void>()

    /// One with a name of its own in its session, which may have its handshake behind it.
    ///
    /// Before a message goes into the log, `forward` says what becomes of it.
    init(
        name: Int,
        settings: MCPEndpointSettings,
        session: ServerSession,
        handlers: ServerHandlers,
        forward: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
    ) {
        self.name = name
        let log = EventLog(bounds: settings.replay)
        self.log = log
        conversation = ServerConversation(
            session,
            stream: ServerStream { await log.releaseReader(retry: $0) },
            outlet: LogOutlet(log: log, forward: forward),
            handlers: handlers
        )
    }

    /// Takes a message in, and does what needs no time.
    /// - Returns: the calls that it holds.
    func take(_ message: [UInt8]) async -> [ServerConversation.Call] { await conversation.take(message) }

    /// Answers calls that were taken in.
    func answer(_ calls: [ServerConversation.Call]) async { await conversation.answer(calls) }

    /// Answers what was posted, and is over then.
    func answerWhole(_ incoming: IncomingMessage, _ message: [UInt8]) async {
        await answer(await conversation.take(incoming, message))
        finish()
    }

    /// Says what belongs to no call, and takes in what comes, until it is ended.
    func run() async {
        _ = await isStopped.unlessFired { [conversation, isStopped] in
            await conversation.runBeside()
            _ = await isStopped.wait()
        }
        conversation.stop()
        finish()
    }

    /// Gives up whatever is in flight.
    func end() {
        isStopped.fire()
        conversation.stop()
    }

    private func finish() {
        conversation.endInput()
        log.finish()
    }
}
