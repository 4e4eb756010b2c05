package import JSON

extension ServerSession {
    /// Answers a call with a result; what its revision requires is added.
    ///
    /// Dropped when the client gave the call up.
    package mutating func respond(to id: RequestID, with result: Members) -> [ServerAction] {
        guard let call = calls.removeValue(forKey: id) else { return [] }
        return settle(id, answer(id, rules.completed(result, for: call)))
    }

    /// Answers a call with a result given as values.
    package mutating func respond(to id: RequestID, with result: JSONObject) -> [ServerAction] {
        respond(to: id, with: Members(result))
    }

    /// Answers a call with an error; dropped when the client gave the call up.
    package mutating func respond(to id: RequestID, with error: ErrorObject) -> [ServerAction] {
        guard calls.removeValue(forKey: id) != nil else { return [] }
        return settle(id, refusal(id, error))
    }

    /// Sends a notification, or nothing where the protocol allows none.
    ///
    /// Legacy: after the handshake (log messages already during it). Modern: while the call it belongs to is in flight; a
    /// notification of a subscription belongs to the `subscriptions/listen` call and has to name it in `_meta`.
    package func notify(_ notification: Notification, during call: RequestID? = nil) -> [ServerAction] {
        let isAllowed =
            if let call = call ?? notification.subscriptionID {
                calls[call] != nil
            } else {
                switch legacy {
                case .none: false
                case .answered: notification.method == "notifications/message"
                case .complete: true
                }
            }
        return isAllowed ? [.send(Message.notification(notification).encoded)] : []
    }

    /// Reports progress of a call that asked for it; nothing is sent for one that did not, or has ended.
    package func progress(
        of id: RequestID,
        _ progress: Double,
        total: Double? = nil,
        message: String? = nil
    ) -> [ServerAction] {
        guard let token = calls[id]?.progressToken else { return [] }
        let report = Progress(token: token, progress: progress, total: total, message: message)
        return notify(report.notification, during: id)
    }

    /// Legacy: asks the client for something it declared; otherwise the request completes at once as not allowed.
    package mutating func request(_ method: String, params: JSONObject? = nil) -> (RequestID, [ServerAction]) {
        lastOwnID += 1
        let id = RequestID.integer(lastOwnID)
        func refused(_ why: String) -> (RequestID, [ServerAction]) { (id, [.complete(id, .notAllowed(why))]) }
        guard !inputHasEnded else { return (id, [.complete(id, .lost)]) }
        if method != "ping" {
            guard case .complete(let peer) = legacy else { return refused("no legacy handshake was completed") }
            guard peer.capabilities.allow(serverRequest: method) else {
                return refused("the client did not declare the capability for \(method)")
            }
        } else if legacy == .none {
            return refused("no legacy handshake was begun")
        }
        ownRequests[id] = method
        return (id, [.send(Message.request(Request(id: id, method: method, params: params)).encoded)])
    }

    /// Legacy: gives up a request of ours; a late answer to it counts as unknown.
    package mutating func cancelRequest(_ id: RequestID, reason: String? = nil) -> [ServerAction] {
        guard ownRequests.removeValue(forKey: id) != nil else { return [] }
        return [.send(Message.notification(Cancellation(requestID: id, reason: reason).notification).encoded)]
    }

    // MARK: Steps

    private mutating func settle(_ id: RequestID, _ answer: [UInt8]) -> [ServerAction] {
        let bytes = batches.contains(id) ? batches.settle(id, with: answer) : answer
        return (bytes.map { [.send($0)] } ?? []) + finishedIfIdle
    }

    var finishedIfIdle: [ServerAction] {
        inputHasEnded && calls.isEmpty ? [.finished] : []
    }

    func answer(_ id: RequestID, _ result: Members) -> [UInt8] {
        Envelope(.result(id), payload: .members(result)).encoded
    }

    /// An error as this peer reads it: without a request id, the revisions before 2025-11-25 have null there.
    func refusal(_ id: RequestID?, _ error: ErrorObject) -> [UInt8] {
        let wantsNull = legacy.peer.map { $0.revision < .november2025 } ?? false
        return Envelope(.error(id, error), payload: nil).encoded(nullID: wantsNull)
    }

    func violation(_ code: ProtocolViolation.Code, _ detail: String, _ bytes: [UInt8]) -> ProtocolViolation {
        ProtocolViolation(code, blame: .client, revision: legacy.peer?.revision, detail: detail, message: bytes)
    }
}
