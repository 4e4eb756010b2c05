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
        /// The transport says that there will be no answer, and why.
        case lost(RequestID, String)
        case heard(WireMessage)
    }

    private(set) var ledger: WireLedger
    private(set) var phase = WireLine.Phase.opening
    /// Why nothing more can come; nil while it can.
    private(set) var end: ChannelEnd?
    private var session: ClientSession?
    private var pending: Set<RequestID> = []
    private var asked: Set<JSONValue> = []
    private let loss: @Sendable ([UInt8]) -> String?
    private let replies: Bool

    /// Without a session, the scenario speaks every word itself.
    ///
    /// `loss` says what became of the answer in whose place the transport delivered a message of its own. With `replies`
    /// and without a session, the server gets an answer to what it asks.
    init(
        ledger: WireLedger,
        session: ClientSession?,
        loss: @escaping @Sendable ([UInt8]) -> String? = { _ in nil },
        replies: Bool = false
    ) {
        self.ledger = ledger
        self.replies = replies
        self.session = session
        self.loss = loss
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
        let line = ledger.record(bytes, from: .client, phase: phase, at: at)
        asked.formUnion(WireMessage.messages(in: line).compactMap(\.id))
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
            if let reason = loss(bytes) {
                return lost(bytes, reason)
            }
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

    /// Whether a message is an answer to something that was never asked.
    private func isStray(_ message: WireMessage) -> Bool {
        message.isAnswer && message.id.map { !$0.isNull && !asked.contains($0) } == true
    }

    /// What stands in the place of an answer is no message of the server, and is not judged as one.
    private mutating func lost(_ bytes: [UInt8], _ reason: String) -> [Action] {
        let id = (try? JSONValue(parsing: bytes))?["id"].flatMap(RequestID.init)
        guard let id, pending.remove(id) != nil else {
            return actions(session?.received(bytes) ?? [])
        }
        return [.lost(id, reason)]
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
        if let only = pending.first, pending.count == 1, messages.contains(where: isStray) {
            // It can only be meant for this one, and waiting longer would bring nothing.
            pending = []
            return [.lost(only, "an answer came, but under an id that we never used")]
        }
        let heard = messages.filter { $0.kind == .notification }.map(Action.heard)
        guard session != nil else {
            return heard + messages.filter { $0.kind == .request }.compactMap(reply)
        }
        return heard + actions(session?.received(bytes) ?? [])
    }

    /// In a process without a session what a server asks is refused, except `ping`, unless it is there to be asked.
    private func reply(to request: WireMessage) -> Action? {
        guard let method = request.method, let id = request.id.flatMap(RequestID.init) else {
            return nil
        }
        let reply = replies || method == "ping" ? ClientReply.to(method, request.object["params"]) : nil
        let answer: Result<JSONObject, ErrorObject> = reply.map { .success($0) } ?? .failure(.methodNotFound(method))
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
