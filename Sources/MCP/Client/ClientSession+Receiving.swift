import JSON

extension ClientSession {
    /// A whole line or body has arrived, without its line break.
    package mutating func received(_ bytes: [UInt8]) -> [ClientAction] {
        switch stage {
        case .idle, .awaitingRespawn, .failed, .closed: return []
        case .probing, .initializing, .ready: break
        }
        do {
            switch try IncomingMessage(parsing: bytes, limits: configuration.limits) {
            case .single(let envelope):
                return received(envelope, bytes)
            case .batch(let elements):
                guard revision?.allowsBatches == true else {
                    return [.violation(violation(.batchNotAllowed, "an array of \(elements.count)", bytes))]
                }
                return elements.flatMap { element in
                    switch element {
                    case .success(let envelope): received(envelope, bytes)
                    case .failure(let error): receivedMalformed(error, bytes)
                    }
                }
            }
        } catch {
            return receivedMalformed(error, bytes)
        }
    }

    /// The transport found no whole message; the excerpt is what it kept of its beginning, the end of its last bytes.
    ///
    /// A request that was answered with more than we take has failed, as far as the two ends tell which one it is.
    package mutating func received(
        _ fault: FramingFault,
        excerpt: [UInt8],
        end: [UInt8] = []
    ) -> [ClientAction] {
        switch fault {
        case .oversize(let limit):
            let violation = violation(.oversizeMessage, "longer than \(limit) bytes", excerpt)
            guard let id = OversizedAnswer.id(beginning: excerpt, end: end), requests.standing(of: id) == .open else {
                return [.violation(violation)]
            }
            return [.violation(violation)] + self.end(id, .invalid(violation))
        case .truncated:
            return [.violation(violation(.truncatedMessage, "the stream ended within a message", excerpt))]
        }
    }

    // MARK: Steps

    private mutating func received(_ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        switch envelope.kind {
        case .result, .error:
            receivedAnswer(envelope, bytes)
        case .request(let id, let method):
            receivedRequest(id, method, envelope, bytes)
        case .notification(let method):
            receivedNotification(method, envelope, bytes)
        }
    }

    private mutating func receivedMalformed(_ error: MessageError, _ bytes: [UInt8]) -> [ClientAction] {
        let violation = violation(error.violation, error.description, bytes)
        let report = ClientAction.violation(violation)
        guard let id = error.id else { return [report] }
        if error.isAnswer {
            if id == handshake.probeID, case .probing = stage { return [report] + probeUnusable(violation) }
            if id == handshake.initializeID, case .initializing = stage {
                return [report] + fail(.invalidHandshake(violation))
            }
            guard requests.standing(of: id) == .open else { return [report] }
            return [report] + end(id, .invalid(violation))
        }
        guard error.isRequest, era != .modern else { return [report] }
        return [report, refuse(id, .invalidRequest(error.description))]
    }

    private mutating func receivedAnswer(_ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        guard let id = envelope.id else { return receivedErrorWithoutID(envelope, bytes) }
        if id == handshake.probeID { return receivedProbeAnswer(envelope, bytes) }
        if id == handshake.initializeID {
            guard case .initializing = stage else {
                return [.violation(violation(.duplicateResponse, "a second answer to initialize", bytes))]
            }
            return receivedInitializeAnswer(envelope, bytes)
        }
        switch requests.standing(of: id) {
        case .open:
            return answered(id, envelope, bytes)
        case .abandoned:
            return []
        case .answered:
            return [.violation(violation(.duplicateResponse, "another answer to \(id)", bytes))]
        case .foreign:
            return [.violation(violation(.foreignResponseID, "\(id) was sent as a number", bytes))]
        case .unknown:
            return [.violation(violation(.unknownResponseID, "nothing was asked under \(id)", bytes))]
        }
    }

    /// Before the handshake is over only one request is open, so that an error without an id can only mean that one.
    private mutating func receivedErrorWithoutID(_ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        let report = ClientAction.violation(violation(.errorWithoutID, "the id is missing or null", bytes))
        guard case .error(_, let error) = envelope.kind else { return [report] }
        switch stage {
        case .probing:
            guard let probeID = handshake.probeID else { return [report] }
            return [report] + receivedProbeAnswer(Envelope(.error(probeID, error), payload: nil), bytes)
        case .initializing:
            // With the probe still open it may be meant; then the answer to initialize is yet to come.
            guard handshake.probeID == nil, let id = handshake.initializeID else { return [report] }
            return [report] + receivedInitializeAnswer(Envelope(.error(id, error), payload: nil), bytes)
        default:
            return [report]
        }
    }

    private mutating func answered(_ id: RequestID, _ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        if case .error(_, let error) = envelope.kind { return end(id, .error(error)) }
        guard let entry = requests[id], let payload = envelope.payload else { return [] }
        guard era == .modern else { return end(id, .result(payload)) }
        func invalid(_ code: ProtocolViolation.Code, _ detail: String) -> [ClientAction] {
            let violation = violation(code, detail, bytes)
            return [.violation(violation)] + end(id, .invalid(violation))
        }
        switch payload["resultType"]?.value {
        case nil, "complete":
            return end(id, .result(payload))
        case "input_required":
            guard Method.mayRequireInput(entry.method) else {
                return invalid(.inputRequiredNotAllowed, "the answer to \(entry.method) asks for input")
            }
            do {
                return end(id, .inputRequired(try InputRequiredResult(json: payload.value)))
            } catch {
                return invalid(.invalidResult, "\(error)")
            }
        case .string(TaskExtension.resultType)? where configuration.capabilities.supportsTasks:
            guard TaskExtension.mayAnswer(entry.method) else {
                return invalid(.unknownResultType, "the answer to \(entry.method) is a task")
            }
            return end(id, .result(payload))
        case .string(let type)? where configuration.extensionResultTypes.contains(type):
            return end(id, .result(payload))
        case let type?:
            return invalid(.unknownResultType, "resultType is \(type.text().prefix(64))")
        }
    }

    /// The era, as far as it is settled: a session that offers one era only never is in the other.
    var era: ProtocolEra? {
        if let revision { return revision.era }
        guard configuration.offer.preferred(in: .modern) != nil else { return .legacy }
        return configuration.offer.preferred(in: .legacy) == nil ? .modern : nil
    }

    func violation(_ code: ProtocolViolation.Code, _ detail: String, _ bytes: [UInt8]) -> ProtocolViolation {
        ProtocolViolation(code, blame: .server, revision: revision, detail: detail, message: bytes)
    }

    func refuse(_ id: RequestID, _ error: ErrorObject) -> ClientAction {
        .send(Message.response(Response(id: id, answer: .failure(error))).encoded)
    }
}
