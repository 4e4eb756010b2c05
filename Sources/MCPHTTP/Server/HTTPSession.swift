import JSON
import MCP
import MCPConnection
import Synchronization

/// One legacy session over HTTP: its handshake, an exchange per POST, and one for all that belongs to no call.
///
/// Every exchange is served by a session machine of its own that has the handshake behind it. So a message of the
/// server goes back on the stream of the very request it belongs to, and on no other.
final class HTTPSession: Sendable {
    private struct State {
        var exchanges: [Int: Exchange] = [:]
        var calls: [RequestID: Exchange] = [:]
        var isInitialized = false
        var lastExchange = 0
        var lastUse: Duration
        var isEnded = false
    }

    /// Names the session; nobody can guess it.
    let id: String
    /// Who opened it.
    let identity: String
    let handlers: ServerHandlers
    let settings: MCPEndpointSettings
    /// Serves what belongs to no call: exchange 0, read with GET.
    let main: Exchange

    private let peer: LegacyHandshake.Peer
    private let questions: SessionQuestions
    private let state: Mutex<State>

    init(identity: String, peer: LegacyHandshake.Peer, settings: MCPEndpointSettings, now: Duration) {
        id = SessionName.random()
        self.identity = identity
        self.peer = peer
        self.settings = settings
        let handlers = settings.handlers(.init(identity: identity, session: id))
        let questions = SessionQuestions()
        self.handlers = handlers
        self.questions = questions
        main = Exchange(
            name: 0,
            settings: settings,
            session: ServerSession(configuration: settings.configuration),
            handlers: handlers,
            forward: { questions.renumbered($0, from: 0) }
        )
        state = Mutex(State(exchanges: [0: main], lastUse: now))
    }

    var revision: ProtocolRevision { peer.revision }

    var lastUse: Duration { state.withLock(\.lastUse) }

    /// Whether a call is in flight, or somebody listens.
    var isBusy: Bool { state.withLock { !$0.calls.isEmpty } || (main.log.isRead && main.log.lastNumber > 0) }

    var names: EventNames { names(of: main) }

    func names(of exchange: Exchange) -> EventNames {
        EventNames(
            stream: exchange.name,
            retryInMilliseconds: Int(settings.retry / .milliseconds(1)),
            isPrimed: revision >= .november2025
        )
    }

    func used(at now: Duration) { state.withLock { $0.lastUse = now } }

    func exchange(_ name: Int) -> Exchange? { state.withLock { $0.exchanges[name] } }

    /// Ends everything in the session.
    func end() {
        let exchanges = state.withLock { state in
            state.isEnded = true
            defer { state.calls = [:] }
            return Array(state.exchanges.values)
        }
        for exchange in exchanges { exchange.end() }
    }

    // MARK: Serving

    /// Answers the handshake, as the first message of the main exchange.
    func open(_ handshake: [UInt8]) async { _ = await main.take(handshake) }

    /// Serves what belongs to no call, until the session is ended.
    func runMain() async { await main.run() }

    /// Begins an exchange for the calls in one POST.
    /// - Returns: nil when the session has ended or one of the ids is in use.
    func begin(_ calls: [RequestID]) -> Exchange? {
        let exchange = state.withLock { state -> Exchange? in
            guard !state.isEnded, Set(calls).count == calls.count, !calls.contains(where: { state.calls[$0] != nil })
            else {
                return nil
            }
            state.lastExchange += 1
            let (name, questions) = (state.lastExchange, questions)
            let exchange = Exchange(
                name: name,
                settings: settings,
                session: ServerSession(
                    configuration: settings.configuration,
                    legacy: state.isInitialized ? .complete(peer) : .answered(peer)
                ),
                handlers: handlers.forCallsOnly,
                forward: { questions.renumbered($0, from: name) }
            )
            state.exchanges[name] = exchange
            for id in calls { state.calls[id] = exchange }
            return exchange
        }
        return exchange
    }

    /// Serves one exchange.
    func run(_ exchange: Exchange, _ calls: [RequestID], _ incoming: IncomingMessage, _ message: [UInt8]) async {
        await exchange.answerWhole(incoming, message)
        state.withLock { state in
            for id in calls where state.calls[id] === exchange { state.calls[id] = nil }
        }
        questions.forget(exchange.name)
        keepForResumption()
    }

    /// An exchange that is over stays while its last messages may be asked for again: so many of them, and no more.
    private func keepForResumption() {
        state.withLock { state in
            let finished = state.exchanges.values.filter { $0.log.isFinished && $0.name != 0 }
            let surplus = finished.count - 8
            guard surplus > 0 else { return }
            for old in finished.sorted(by: { $0.name < $1.name }).prefix(surplus) { state.exchanges[old.name] = nil }
        }
    }

    // MARK: Messages from the client

    /// Takes a notification or an answer.
    /// - Returns: false when an answer was to nothing that was asked.
    func take(_ envelope: Envelope, _ message: [UInt8]) async -> Bool {
        switch envelope.kind {
        case .notification("notifications/initialized"):
            state.withLock { $0.isInitialized = true }
            _ = await main.take(message)
        case .notification("notifications/cancelled"):
            let id = envelope.payload?.value["requestId"].flatMap { RequestID($0) }
            guard let id, let exchange = state.withLock({ $0.calls[id] }) else { return true }
            _ = await exchange.take(message)
        case .notification:
            _ = await main.take(message)
        case .result(let id):
            return await answer(id, envelope)
        case .error(let id, _):
            guard let id else { return false }
            return await answer(id, envelope)
        case .request:
            preconditionFailure("requests are served by exchanges")
        }
        return true
    }

    private func answer(_ id: RequestID, _ envelope: Envelope) async -> Bool {
        let question = questions.answered(id)
        guard let question, let exchange = exchange(question.exchange) else { return false }
        _ = await exchange.take(envelope.renumbered(question.id).encoded)
        return true
    }
}
