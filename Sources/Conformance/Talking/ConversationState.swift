import JSON
import MCP
import MCPConnection

/// What a conversation knows and decides: lines in, actions out; it neither waits nor writes.
///
/// The handshake, and the refusal of what a server asks, are the client session's; requests of the scenario are ours,
/// because a checker must be able to ask what a client never would, and to see an answer that a client would discard.
struct ConversationState: Sendable {
    /// What the driver has to do, in order.
    enum Action: Sendable {
        case send([UInt8])
        case setTimer(ClientTimer, Duration)
        case cancelTimer(ClientTimer)
        case ready(ServerDescription)
        case failed(ClientFailure)
        case respawn
        case answered(RequestID, WireMessage)
    }

    private(set) var ledger: WireLedger
    private(set) var phase = WireLine.Phase.opening
    /// Why nothing more can come; nil while it can.
    private(set) var end: ChannelEnd?
    private var session: ClientSession?
    private var pending: Set<RequestID> = []

    /// Without a session, the scenario speaks every word itself.
    init(ledger: WireLedger, session: ClientSession?) {
        self.ledger = ledger
        self.session = session
    }

    /// The session, to go on with in another process.
    var sessionToCarryOn: ClientSession? {
        session
    }

    /// The process is there.
    mutating func opened() -> [Action] {
        actions(session?.opened() ?? [])
    }

    /// A line leaves.
    mutating func sending(_ bytes: [UInt8], at: Duration) {
        _ = ledger.record(bytes, from: .client, phase: phase, at: at)
    }

    /// A request of the scenario is about to leave.
    mutating func awaitAnswer(to id: RequestID) {
        pending.insert(id)
    }

    /// The handshake of a process without a session is over.
    mutating func operate() {
        phase = .operating
    }

    /// Our side is closed from now on.
    mutating func closing() {
        phase = .closing
    }

    /// A timer of the session ran out.
    mutating func fired(_ timer: ClientTimer) -> [Action] {
        actions(session?.timerFired(timer) ?? [])
    }

    /// Something came in.
    mutating func received(_ event: ChannelEvent, at: Duration) -> [Action] {
        switch event {
        case .message(let bytes):
            let line = ledger.record(bytes, from: .server, phase: phase, at: at)
            return received(line, bytes)
        case .unterminated(let bytes):
            _ = ledger.record(bytes, from: .server, phase: phase, at: at, isTerminated: false)
            return []
        case .oversized(let length, let beginning, _):
            ledger.recordOversized(beginning: beginning, size: length, phase: phase, at: at)
            return []
        case .ended(let end):
            self.end = end
            return actions(session?.closed(end == .endOfInput ? .closed : .failed(end.description)) ?? [])
        }
    }

    private mutating func received(_ line: WireLine, _ bytes: [UInt8]) -> [Action] {
        let messages = WireMessage.messages(in: line)
        var answers: [Action] = []
        for message in messages where message.isAnswer {
            guard let id = message.id.flatMap(RequestID.init), pending.remove(id) != nil else {
                continue
            }
            answers.append(.answered(id, message))
        }
        guard answers.isEmpty else {
            return answers
        }
        guard session != nil else {
            return messages.filter { $0.kind == .request }.compactMap(refusal)
        }
        return actions(session?.received(bytes) ?? [])
    }

    /// In a process without a session everything a server asks is refused, except `ping`.
    private func refusal(of request: WireMessage) -> Action? {
        guard let method = request.method, let id = request.id.flatMap(RequestID.init) else {
            return nil
        }
        let answer: Result<JSONObject, ErrorObject> =
            method == "ping" ? .success([:]) : .failure(.methodNotFound(method))
        return .send(Message.response(Response(id: id, answer: answer)).encoded)
    }

    private mutating func actions(_ actions: [ClientAction]) -> [Action] {
        actions.compactMap { action in
            switch action {
            case .send(let bytes): return .send(bytes)
            case .setTimer(let timer, let duration): return .setTimer(timer, duration)
            case .cancelTimer(let timer): return .cancelTimer(timer)
            case .ready(let description):
                phase = .operating
                return .ready(description)
            case .failed(let failure): return .failed(failure)
            case .respawn: return .respawn
            case .complete, .deliver, .progress, .serverRequest, .serverRequestCancelled, .violation, .close:
                // Requests are the scenario's, and rules are judged on the lines, where nothing is lost.
                return nil
            }
        }
    }
}
