import JSON
import MCP
import MCPConnection
import Synchronization

/// One legacy session over HTTP: its handshake, an exchange per POST, and one for all that belongs to no call.
///
/// Every exchange is served by a session machine of its own that is told the handshake first. So a message of the
/// server goes back on the stream of the very request it belongs to, and on no other.
final class HTTPSession: Sendable {
    private struct State {
        var exchanges: [Int: Exchange] = [:]
        var calls: [RequestID: Exchange] = [:]
        var questions = QuestionTable()
        var initialized: [UInt8]?
        var lastExchange = 0
        var lastUse: Duration
        var isEnded = false
    }

    /// Names the session; nobody can guess it.
    let id: String
    /// Who opened it.
    let identity: String
    let revision: ProtocolRevision
    let handlers: ServerHandlers
    let settings: MCPEndpointSettings
    /// Serves what belongs to no call: exchange 0, read with GET.
    let main: Exchange

    private let handshake: [UInt8]
    private let state: Mutex<State>

    init(
        identity: String,
        revision: ProtocolRevision,
        handshake: [UInt8],
        settings: MCPEndpointSettings,
        now: Duration
    ) {
        id = SessionName.random()
        self.identity = identity
        self.revision = revision
        self.handshake = handshake
        self.settings = settings
        handlers = settings.handlers(.init(identity: identity, session: id))
        main = Exchange(name: 0, settings: settings)
        state = Mutex(State(exchanges: [0: main], lastUse: now))
    }

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
        for exchange in exchanges { exchange.stop.fire() }
    }

    // MARK: Serving

    /// Serves what belongs to no call, until the session is ended.
    func runMain() async {
        await main.run(
            settings,
            input: [handshake],
            handlers: handlers,
            forward: { self.renumbered($0, from: self.main) }
        )
    }

    /// Begins an exchange for the calls in one POST.
    /// - Returns: nil when the session has ended or one of the ids is in use.
    func begin(_ calls: [RequestID]) -> Exchange? {
        let exchange = state.withLock { state -> Exchange? in
            guard !state.isEnded, Set(calls).count == calls.count, !calls.contains(where: { state.calls[$0] != nil })
            else {
                return nil
            }
            state.lastExchange += 1
            let exchange = Exchange(name: state.lastExchange, settings: settings)
            state.exchanges[exchange.name] = exchange
            for id in calls { state.calls[id] = exchange }
            return exchange
        }
        return exchange
    }

    /// Serves one exchange; what the session agreed on is told first.
    func run(_ exchange: Exchange, _ calls: [RequestID], message: [UInt8]) async {
        let (handshake, initialized) = (handshake, state.withLock(\.initialized))
        let answers = Mutex(0)
        let input = [handshake, initialized, message].compactMap(\.self)
        let forward: @Sendable ([UInt8]) -> [UInt8]? = { message in
            // The first answer is that to the handshake, which the client has long had.
            guard Self.isAnswer(message) else { return self.renumbered(message, from: exchange) }
            let count = answers.withLock { count in
                count += 1
                return count
            }
            guard count > 1 else { return nil }
            exchange.closeInput()
            return message
        }
        await exchange.run(settings, input: input, handlers: handlers.forCallsOnly, forward: forward)
        state.withLock { state in
            for id in calls where state.calls[id] === exchange { state.calls[id] = nil }
            state.questions.forget(exchange.name)
        }
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
            state.withLock { $0.initialized = message }
            await main.take(message)
        case .notification("notifications/cancelled"):
            let id = envelope.payload?.value["requestId"].flatMap { RequestID($0) }
            guard let id, let exchange = state.withLock({ $0.calls[id] }) else { return true }
            await exchange.take(message)
            exchange.closeInput()
        case .notification:
            await main.take(message)
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
        let question = state.withLock { $0.questions.answered(id) }
        guard let question, let exchange = exchange(question.exchange) else { return false }
        await exchange.take(envelope.renumbered(question.id).encoded)
        return true
    }

    // MARK: Messages to the client

    private static func isAnswer(_ message: [UInt8]) -> Bool {
        if let written = WrittenMessage(message) { return written != .asked }
        return switch try? IncomingMessage(parsing: message) {
        case .batch: true
        case .single(let envelope):
            switch envelope.kind {
            case .result, .error: true
            case .request, .notification: false
            }
        case nil: false
        }
    }

    /// Exchanges count their requests each from 1; the client sees one count for the whole session.
    private func renumbered(_ message: [UInt8], from exchange: Exchange) -> [UInt8] {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else { return message }
        switch envelope.kind {
        case .request(let id, _):
            let given = state.withLock { $0.questions.asked(id, by: exchange.name) }
            return envelope.renumbered(given).encoded
        case .notification("notifications/cancelled"):
            guard var params = envelope.payload?.value.objectValue,
                let id = params["requestId"].flatMap({ RequestID($0) }),
                let given = state.withLock({ $0.questions.number(of: id, by: exchange.name) })
            else { return message }
            params["requestId"] = given.json
            return Envelope(envelope.kind, payload: .value(.object(params))).encoded
        case .notification, .result, .error:
            return message
        }
    }
}
