package import JSON

extension ClientSession {
    /// Makes a request under an id that is unique in this session; before the session is ready it waits, in order.
    package mutating func request(
        _ method: String,
        params: Members? = nil,
        options: RequestOptions = RequestOptions()
    ) -> (id: RequestID, actions: [ClientAction]) {
        let id = requests.issue()
        if let refusal { return (id, [.complete(id, .notSent(refusal))]) }
        requests[id] = RequestTable.Entry(method: method, params: params, options: options)
        if case .ready = stage { return (id, send(id)) }
        requests.enqueue(id)
        return (id, [])
    }

    /// Makes a request with parameters given as values.
    package mutating func request(
        _ method: String,
        params: JSONObject,
        options: RequestOptions = RequestOptions()
    ) -> (id: RequestID, actions: [ClientAction]) {
        request(method, params: Members(params), options: options)
    }

    /// Gives a request up and tells the server; nothing happens when it has ended already.
    package mutating func cancel(_ id: RequestID, reason: String? = nil) -> [ClientAction] {
        guard requests[id] != nil else { return [] }
        return tellCancelled(id, reason: reason) + end(id, .cancelled)
    }

    /// Sends a notification; before the session is ready, and after its end, it is dropped.
    package mutating func notify(_ notification: Notification) -> [ClientAction] {
        guard case .ready = stage else { return [] }
        return [.send(Message.notification(notification).encoded)]
    }

    /// Answers a server's request; dropped when the server gave it up or the connection ended.
    package mutating func respond(
        to id: RequestID,
        with answer: Result<JSONObject, ErrorObject>
    ) -> [ClientAction] {
        guard serverRequests.remove(id) != nil else { return [] }
        return [.send(Message.response(Response(id: id, answer: answer)).encoded)]
    }

    // MARK: Steps

    /// Why a request made now cannot even wait; nil when it can.
    private var refusal: RequestOutcome.NotSent? {
        switch stage {
        case .failed(let failure): .failed(failure)
        case .closed(let end): .closed(end)
        case .ready: nil
        case .idle, .probing, .initializing, .awaitingRespawn:
            requests.waitingCount < configuration.queueLimit ? nil : .queueFull(limit: configuration.queueLimit)
        }
    }

    mutating func send(_ id: RequestID) -> [ClientAction] {
        guard var entry = requests[id], case .ready(let revision) = stage else { return [] }
        let params =
            switch revision.era {
            case .modern: modernParams(entry.params, revision: revision, id: id, options: entry.options)
            case .legacy: legacyParams(entry.params, id: id, options: entry.options)
            }
        let envelope = Envelope(.request(id, method: entry.method), payload: params.map { .members($0) })
        entry.isSent = true
        entry.params = nil
        requests[id] = entry
        return timers(for: id, entry.options) + [.send(envelope.encoded)]
    }

    private func timers(for id: RequestID, _ options: RequestOptions) -> [ClientAction] {
        guard let limit = timeLimit(options) else { return [] }
        guard options.wantsProgress else { return [.setTimer(.request(id), limit)] }
        let absolute = max(limit, configuration.bounds.requestWithProgress)
        return [.setTimer(.request(id), limit), .setTimer(.requestWithProgress(id), absolute)]
    }

    /// The time limit in force; nil for none.
    func timeLimit(_ options: RequestOptions) -> Duration? {
        switch options.timeLimit {
        case .standard: configuration.bounds.request
        case .within(let duration): duration
        case .none: nil
        }
    }

    /// The parameters with everything a modern request has to carry.
    func modernParams(
        _ params: Members?,
        revision: ProtocolRevision,
        id: RequestID,
        options: RequestOptions
    ) -> Members? {
        guard options.addsMetadata else { return params }
        var params = params ?? Members()
        var meta = params["_meta"]?.members ?? Members()
        meta[MetaKey.protocolVersion] = .value(.string(revision.rawValue))
        meta[MetaKey.clientInfo] = infoText
        meta[MetaKey.clientCapabilities] = options.capabilities.map { .value($0.json) } ?? capabilitiesText
        if let level = options.logLevel { meta[MetaKey.logLevel] = .value(.string(level.rawValue)) }
        if options.wantsProgress { meta[MetaKey.progressToken] = .value(id.json) }
        params["_meta"] = .members(meta)
        return params
    }

    private func legacyParams(_ params: Members?, id: RequestID, options: RequestOptions) -> Members? {
        guard options.wantsProgress, options.addsMetadata else { return params }
        var params = params ?? Members()
        var meta = params["_meta"]?.members ?? Members()
        meta[MetaKey.progressToken] = .value(id.json)
        params["_meta"] = .members(meta)
        return params
    }

    mutating func requestTimedOut(_ id: RequestID, timer: ClientTimer) -> [ClientAction] {
        guard let entry = requests[id], entry.isSent, let limit = timeLimit(entry.options) else { return [] }
        let bound = if case .request = timer { limit } else { max(limit, configuration.bounds.requestWithProgress) }
        return tellCancelled(id, reason: "No answer within \(bound)") + end(id, .timedOut(after: bound))
    }

    private mutating func tellCancelled(_ id: RequestID, reason: String?) -> [ClientAction] {
        guard case .ready = stage, requests[id]?.isSent == true else { return [] }
        requests.abandon(id)
        if era == .modern, configuration.modernCancellation == .closedStream { return [] }
        return [.send(Message.notification(Cancellation(requestID: id, reason: reason).notification).encoded)]
    }

    /// Takes a request out of the table, once, with its timers.
    mutating func end(_ id: RequestID, _ outcome: RequestOutcome) -> [ClientAction] {
        guard let entry = requests.close(id) else { return [] }
        var actions: [ClientAction] = []
        if entry.isSent, timeLimit(entry.options) != nil {
            actions.append(.cancelTimer(.request(id)))
            if entry.options.wantsProgress { actions.append(.cancelTimer(.requestWithProgress(id))) }
        }
        return actions + [.complete(id, outcome)]
    }
}
