import JSON

extension ClientSession {
    /// The transport is ready to carry messages: for the first time, or after a respawn.
    package mutating func opened() -> [ClientAction] {
        switch stage {
        case .idle:
            let start = ClientAction.setTimer(.start, configuration.bounds.start)
            if let modern = configuration.offer.preferred(in: .modern) {
                return [start] + probe(modern)
            }
            return [start] + initialize(legacyPreference)
        case .awaitingRespawn:
            return initialize(legacyPreference)
        case .probing, .initializing, .ready, .failed, .closed:
            return []
        }
    }

    /// Nothing more will come from the server, or can be sent to it.
    package mutating func closed(_ end: ConnectionEnd) -> [ClientAction] {
        switch stage {
        case .idle:
            return fail(.ended(end, during: configuration.offer.preferred(in: .modern) == nil ? .initialize : .probe))
        case .probing:
            return respawn(.probeEnded(end), after: end) ?? fail(.ended(end, during: .probe))
        case .initializing:
            guard handshake.processWasProbed else { return fail(.ended(end, during: .initialize)) }
            return respawn(nil, after: end) ?? fail(.ended(end, during: .initialize))
        case .ready:
            stage = .closed(end)
            serverRequests = []
            return endAllRequests(.lost(end))
        case .awaitingRespawn where end == .closedByUs:
            return fail(.ended(end, during: .initialize))
        case .awaitingRespawn, .failed, .closed:
            return []
        }
    }

    /// Ends the session from our side; requests in flight count as cancelled, and the server is not told one by one.
    package mutating func close() -> [ClientAction] {
        switch stage {
        case .failed, .closed:
            return []
        case .idle, .probing, .initializing, .awaitingRespawn, .ready:
            stage = .closed(.closedByUs)
            serverRequests = []
            return handshakeTimersCancelled + endAllRequests(.cancelled) + [.close]
        }
    }

    /// A timer that was set and neither cancelled nor replaced has run out.
    package mutating func timerFired(_ timer: ClientTimer) -> [ClientAction] {
        switch (timer, stage) {
        case (.start, .probing), (.start, .initializing), (.start, .awaitingRespawn):
            return fail(.startTimedOut(after: configuration.bounds.start))
        case (.probe, .probing):
            let bound = configuration.bounds.probe
            return fallBack(.probeSilent(after: bound)) ?? fail(.probeTimedOut(after: bound))
        case (.handshake, .initializing):
            let failure = ClientFailure.handshakeTimedOut(after: configuration.bounds.handshake)
            guard handshake.processWasProbed, case .probeSilent = handshake.evidence else { return fail(failure) }
            return respawn(nil, after: nil) ?? fail(failure)
        case (.request(let id), .ready), (.requestWithProgress(let id), .ready):
            return requestTimedOut(id, timer: timer)
        default:
            return []
        }
    }

    // MARK: Steps

    /// Asks with `server/discover` whether the server is modern.
    mutating func probe(_ revision: ProtocolRevision) -> [ClientAction] {
        stage = .probing(revision)
        let id = requests.issue()
        handshake.probeID = id
        handshake.processWasProbed = true
        handshake.tried.insert(revision)
        if case .pinned = handshake.evidence, configuration.offer.preferred(in: .legacy) != nil {
            handshake.evidence = .discovered
        }
        let params = modernParams(nil, revision: revision, id: id, options: RequestOptions())
        let request = Envelope(.request(id, method: "server/discover"), payload: params.map { .members($0) })
        return [.setTimer(.probe, configuration.bounds.probe), .send(request.encoded)]
    }

    /// Begins the legacy handshake.
    mutating func initialize(_ revision: ProtocolRevision) -> [ClientAction] {
        stage = .initializing(revision)
        let id = requests.issue()
        handshake.initializeID = id
        handshake.tried.insert(revision)
        let params: JSONObject = [
            "protocolVersion": .string(revision.rawValue),
            "capabilities": configuration.capabilities.json,
            "clientInfo": configuration.info.json(for: revision),
        ]
        let message = Message.request(Request(id: id, method: "initialize", params: params))
        return [.setTimer(.handshake, configuration.bounds.handshake), .send(message.encoded)]
    }

    /// Goes on with `initialize` on the same connection; nil when we do not speak the legacy era.
    mutating func fallBack(_ evidence: ServerDescription.Evidence) -> [ClientAction]? {
        guard let revision = configuration.offer.preferred(in: .legacy) else { return nil }
        handshake.evidence = evidence
        if let probeID = handshake.probeID { requests.abandon(probeID) }
        return [.cancelTimer(.probe)] + initialize(revision)
    }

    /// Asks for a fresh process to go on with `initialize`; nil when that is not ours to ask.
    private mutating func respawn(
        _ evidence: ServerDescription.Evidence?,
        after end: ConnectionEnd?
    ) -> [ClientAction]? {
        guard handshake.respawnsLeft > 0, end != .closedByUs else { return nil }
        guard configuration.offer.preferred(in: .legacy) != nil else { return nil }
        if let evidence { handshake.evidence = evidence }
        for id in [handshake.probeID, handshake.initializeID] { id.map { requests.abandon($0) } }
        handshake.processReplaced()
        stage = .awaitingRespawn
        return [.cancelTimer(.probe), .cancelTimer(.handshake), .respawn]
    }

    /// Gives the session up before it was ready.
    mutating func fail(_ failure: ClientFailure) -> [ClientAction] {
        stage = .failed(failure)
        return handshakeTimersCancelled + endAllRequests(.notSent(.failed(failure))) + [.failed(failure), .close]
    }

    /// The handshake is over: tells the owner and sends what has waited.
    mutating func becomeReady(_ description: ServerDescription, sending first: [ClientAction] = []) -> [ClientAction] {
        stage = .ready(description.revision)
        server = description
        var actions = handshakeTimersCancelled + first + [.ready(description)]
        for id in requests.dequeueAll() { actions += send(id) }
        return actions
    }

    private var legacyPreference: ProtocolRevision {
        configuration.offer.preferred(in: .legacy) ?? .latestLegacy
    }

    private var handshakeTimersCancelled: [ClientAction] {
        [.cancelTimer(.start), .cancelTimer(.probe), .cancelTimer(.handshake)]
    }

    private mutating func endAllRequests(_ outcome: RequestOutcome) -> [ClientAction] {
        requests.ids.flatMap { end($0, outcome) }
    }
}
