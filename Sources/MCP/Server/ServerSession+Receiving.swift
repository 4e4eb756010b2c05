import JSON

extension ServerSession {
    /// A whole line or body has arrived, without its line break.
    package mutating func received(_ bytes: [UInt8]) -> [ServerAction] {
        do {
            return received(try IncomingMessage(parsing: bytes, limits: configuration.limits), bytes)
        } catch {
            return receivedMalformed(error, bytes)
        }
    }

    /// The same for a body that was read already, to see what is to become of it.
    package mutating func received(_ incoming: IncomingMessage, _ bytes: [UInt8]) -> [ServerAction] {
        switch incoming {
        case .single(let envelope): received(envelope, bytes)
        case .batch(let elements): receivedBatch(elements, bytes)
        }
    }

    /// The transport found no whole message; the excerpt is what it kept of it.
    package mutating func received(_ fault: FramingFault, excerpt: [UInt8]) -> [ServerAction] {
        switch fault {
        case .oversize(let limit):
            let detail = "the message is longer than \(limit) bytes"
            return [
                .violation(violation(.oversizeMessage, detail, excerpt)),
                .send(refusal(nil, .invalidRequest(detail))),
            ]
        case .truncated:
            return [.violation(violation(.truncatedMessage, "the stream ended within a message", excerpt))]
        }
    }

    /// No more input: what is in flight may still be answered, then the session is `finished`.
    package mutating func inputEnded() -> [ServerAction] {
        guard !inputHasEnded else { return [] }
        inputHasEnded = true
        let lost = ownRequests.keys.sorted { "\($0)" < "\($1)" }.map { ServerAction.complete($0, .lost) }
        ownRequests = [:]
        return lost + finishedIfIdle
    }

    // MARK: Steps

    private mutating func received(_ envelope: Envelope, _ bytes: [UInt8]) -> [ServerAction] {
        switch envelope.kind {
        case .request(let id, let method):
            let (actions, answer) = receivedRequest(id, method, envelope.payload, bytes)
            return actions + (answer.map { [.send($0)] } ?? [])
        case .notification(let method):
            return receivedNotification(method, envelope, bytes)
        case .result, .error:
            return receivedAnswer(envelope, bytes)
        }
    }

    /// What to do about a request, and the answer where it is known at once.
    private mutating func receivedRequest(
        _ id: RequestID,
        _ method: String,
        _ payload: Payload?,
        _ bytes: [UInt8]
    ) -> (actions: [ServerAction], answer: [UInt8]?) {
        guard calls[id] == nil else {
            let detail = "the id \(id) is that of a request in flight"
            return (
                [.violation(violation(.duplicateRequestID, detail, bytes))],
                refusal(id, .invalidRequest(detail))
            )
        }
        switch rules.judge(id, method: method, payload: payload, legacy: legacy) {
        case .call(let context):
            calls[id] = context
            return ([.call(context)], nil)
        case .answer(let result):
            return ([], answer(id, result))
        case .initialize(let peer, let result):
            legacy = .answered(peer)
            return ([], answer(id, result))
        case .refuse(let error, let code):
            let report = code.map { ServerAction.violation(violation($0, error.message, bytes)) }
            return (report.map { [$0] } ?? [], refusal(id, error))
        }
    }

    private mutating func receivedNotification(
        _ method: String,
        _ envelope: Envelope,
        _ bytes: [UInt8]
    ) -> [ServerAction] {
        let params = envelope.payload?.value.objectValue
        switch method {
        case "notifications/initialized":
            guard case .answered(let peer) = legacy else { return [] }
            legacy = .complete(peer)
            return [.initialized(peer.revision, peer.capabilities, peer.info)]
        case "notifications/cancelled":
            do {
                return receivedCancellation(try Cancellation(params: params))
            } catch {
                return [.violation(violation(.invalidNotification, "\(method): \(error)", bytes))]
            }
        default:
            return [.deliver(Notification(method: method, params: params))]
        }
    }

    private mutating func receivedCancellation(_ cancellation: Cancellation) -> [ServerAction] {
        let id = cancellation.requestID
        // A request that is unknown or answered meanwhile is no fault: the two messages crossed.
        guard calls.removeValue(forKey: id) != nil else { return [] }
        let rest = batches.settle(id, with: nil).map { [ServerAction.send($0)] } ?? []
        return [.cancelled(id, reason: cancellation.reason)] + rest + finishedIfIdle
    }

    private mutating func receivedAnswer(_ envelope: Envelope, _ bytes: [UInt8]) -> [ServerAction] {
        guard let id = envelope.id, ownRequests.removeValue(forKey: id) != nil else {
            let detail = "nothing was asked under \(envelope.id.map(\.description) ?? "no id")"
            return [.violation(violation(.unknownResponseID, detail, bytes))]
        }
        if case .error(_, let error) = envelope.kind { return [.complete(id, .error(error))] }
        return [.complete(id, .result(envelope.payload?.value.objectValue ?? [:]))]
    }

    private mutating func receivedBatch(
        _ elements: [Result<Envelope, MessageError>],
        _ bytes: [UInt8]
    ) -> [ServerAction] {
        guard legacy.peer?.revision.allowsBatches == true, elements.count <= configuration.batchLimit else {
            let detail = "an array of \(elements.count) messages"
            return [
                .violation(violation(.batchNotAllowed, detail, bytes)),
                .send(refusal(nil, .invalidRequest("batches are not accepted here: \(detail)"))),
            ]
        }
        var actions: [ServerAction] = []
        var answers: [[UInt8]] = []
        var open: Set<RequestID> = []
        for element in elements {
            switch element {
            case .failure(let error):
                let (report, answer) = judgeMalformed(error, bytes)
                actions.append(report)
                if let answer { answers.append(answer) }
            case .success(let envelope):
                guard case .request(let id, let method) = envelope.kind else {
                    actions += received(envelope, bytes)
                    continue
                }
                let (more, answer) = receivedRequest(id, method, envelope.payload, bytes)
                actions += more
                if let answer { answers.append(answer) } else { open.insert(id) }
            }
        }
        // A request and its cancellation may come in the same batch.
        let whole = batches.open(open.filter { calls[$0] != nil }, answers: answers)
        return actions + (whole.map { [.send($0)] } ?? [])
    }

    private mutating func receivedMalformed(_ error: MessageError, _ bytes: [UInt8]) -> [ServerAction] {
        if error.isAnswer, let id = error.id, ownRequests.removeValue(forKey: id) != nil {
            let violation = violation(error.violation, error.description, bytes)
            return [.violation(violation), .complete(id, .invalid(violation))]
        }
        let (report, answer) = judgeMalformed(error, bytes)
        return [report] + (answer.map { [.send($0)] } ?? [])
    }

    private func judgeMalformed(_ error: MessageError, _ bytes: [UInt8]) -> (report: ServerAction, answer: [UInt8]?) {
        let report = ServerAction.violation(violation(error.violation, error.description, bytes))
        return (report, ServerRules.answer(toMalformed: error).map { refusal(error.id, $0) })
    }
}
