import MCP

/// Everything the driver of a client keeps under its lock: the session that decides, and who waits for what.
struct ClientState: Sendable {
    static let violationLimit = 1000

    var session: ClientSession
    var channel: (any MessageChannel)?
    /// Filled under the lock, so that messages go out in the order in which the session decided them.
    let outbox: Outbox
    var violations: [ProtocolViolation] = []
    var droppedViolations = 0
    /// Messages of the server that are no answers, since somebody looked last.
    var unasked = 0
    var progressHandlers: [RequestID: @Sendable (Progress) -> Void] = [:]
    /// Requests of the server that are being answered, with what stops that.
    var serving: [RequestID: OneShot<Void>] = [:]

    private var waiting: [RequestID: CheckedContinuation<RequestOutcome, Never>] = [:]
    private var early: [RequestID: RequestOutcome] = [:]

    init(session: ClientSession, outbox: Outbox) {
        self.session = session
        self.outbox = outbox
    }

    /// Takes a session's actions in, in order, and says what is left to do outside the lock.
    mutating func absorb(_ actions: [ClientAction]) -> [ClientEffect] {
        var effects: [ClientEffect] = []
        for action in actions {
            if let effect = absorb(action) { effects.append(effect) }
        }
        return effects
    }

    /// Whether nothing is left of any request that has ended.
    var isIdle: Bool {
        session.requestsInFlight == 0 && waiting.isEmpty && early.isEmpty && progressHandlers.isEmpty && serving.isEmpty
    }

    /// Waits for the end of a request; its outcome when it has ended already.
    mutating func wait(
        for id: RequestID,
        _ continuation: CheckedContinuation<RequestOutcome, Never>
    ) -> RequestOutcome? {
        if let outcome = early.removeValue(forKey: id) { return outcome }
        waiting[id] = continuation
        return nil
    }

    private mutating func absorb(_ action: ClientAction) -> ClientEffect? {
        switch action {
        case .deliver, .progress, .serverRequest, .violation: unasked += 1
        default: break
        }
        switch action {
        case .send(let message):
            outbox.append(message)
        case .setTimer(let timer, let delay):
            return .setTimer(timer, delay)
        case .cancelTimer(let timer):
            return .cancelTimer(timer)
        case .ready(let description):
            return .report(.ready(description))
        case .failed(let failure):
            return .report(.failed(failure))
        case .respawn:
            return .report(.needsRespawn)
        case .complete(let id, let outcome):
            return complete(id, outcome)
        case .deliver(let notification):
            return .deliver(notification)
        case .progress(let id, let progress):
            return progressHandlers[id].map { .progress($0, progress) }
        case .serverRequest(let request):
            serving[request.id] = OneShot()
            return .serve(request)
        case .serverRequestCancelled(let id, _):
            return serving.removeValue(forKey: id).map { .stopServing($0) }
        case .violation(let violation):
            record(violation)
        case .close:
            return channel.map { .closeChannel($0) }
        }
        return nil
    }

    private mutating func complete(_ id: RequestID, _ outcome: RequestOutcome) -> ClientEffect? {
        progressHandlers[id] = nil
        guard let continuation = waiting.removeValue(forKey: id) else {
            early[id] = outcome
            return nil
        }
        waiting.shrinkWhenEmpty()
        return .resume(continuation, outcome)
    }

    private mutating func record(_ violation: ProtocolViolation) {
        guard violations.count < Self.violationLimit else {
            droppedViolations += 1
            return
        }
        violations.append(violation)
    }
}
