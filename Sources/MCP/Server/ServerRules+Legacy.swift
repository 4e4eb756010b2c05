import JSON

extension ServerRules {
    func judgeLegacy(
        _ id: RequestID,
        _ method: String,
        _ payload: Payload?,
        _ meta: Members?,
        _ legacy: LegacyHandshake
    ) -> Verdict {
        switch (method, legacy) {
        case ("ping", _):
            return .answer(Members())
        case ("initialize", .none):
            return judgeInitialize(payload)
        case ("initialize", _):
            return .refuse(.invalidRequest("this connection is initialized already"), .repeatedInitialize)
        case (_, .none), (_, .answered):
            return refuseBeforeInitialized(method, legacy)
        case (_, .complete(let peer)):
            if let refusal = refusal(ofMethod: method, in: peer.revision) { return refusal }
            return .call(
                RequestContext(
                    id: id,
                    method: method,
                    payload: payload,
                    revision: peer.revision,
                    clientCapabilities: peer.capabilities,
                    clientInfo: peer.info,
                    progressToken: meta?[MetaKey.progressToken].flatMap { RequestID($0.value) },
                    logLevel: nil
                )
            )
        }
    }

    private func refuseBeforeInitialized(_ method: String, _ legacy: LegacyHandshake) -> Verdict {
        // A method that no revision served here has is unknown, whenever it comes.
        let isKnown = configuration.offer.revisions.contains { Method.exists(method, in: $0) }
        guard isKnown else { return .refuse(.methodNotFound(method), nil) }
        if case .answered = legacy {
            return .refuse(.invalidRequest("notifications/initialized has not been sent"), .requestBeforeInitialized)
        }
        guard configuration.offer.preferred(in: .modern) != nil else {
            return .refuse(.invalidRequest("initialize has to come first"), .requestBeforeInitialized)
        }
        let detail =
            "send initialize first, or _meta with \(MetaKey.protocolVersion)"
            + " and \(MetaKey.clientCapabilities)"
        return .refuse(.invalidParams(detail), .requestBeforeInitialized)
    }

    private func judgeInitialize(_ payload: Payload?) -> Verdict {
        guard let latest = configuration.offer.preferred(in: .legacy) else {
            return .refuse(.methodNotFound("initialize"), nil)
        }
        do {
            let reader = try ObjectReader(payload?.value ?? .object([:]))
            let requested = try reader.required("protocolVersion", .string)
            let capabilities = try ClientCapabilities(
                json: .object(try reader.required("capabilities", .object)),
                at: ["capabilities"]
            )
            let info = try Implementation(
                json: .object(try reader.required("clientInfo", .object)),
                at: ["clientInfo"]
            )
            let known = ProtocolRevision(rawValue: requested).flatMap { revision in
                revision.era == .legacy && configuration.offer.contains(revision) ? revision : nil
            }
            let peer = LegacyHandshake.Peer(revision: known ?? latest, capabilities: capabilities, info: info)
            return .initialize(peer, initializeResult(peer.revision))
        } catch {
            return .refuse(.invalidParams("\(error)"), nil)
        }
    }

    private func initializeResult(_ revision: ProtocolRevision) -> Members {
        var result: Members = [
            "protocolVersion": .string(revision.rawValue),
            "capabilities": configuration.capabilities.json(for: revision),
            "serverInfo": configuration.info.json(for: revision),
        ]
        result["instructions"] = configuration.instructions.map { .value(.string($0)) }
        return result
    }
}
