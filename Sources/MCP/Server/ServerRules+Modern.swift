import JSON

extension ServerRules {
    func judgeModern(_ id: RequestID, _ method: String, _ payload: Payload?, _ meta: Members) -> Verdict {
        let metadata: RequestMetadata
        do {
            metadata = try modernMetadata(method, payload, meta)
        } catch {
            return .refuse(error, nil)
        }
        if method == "server/discover" { return .answer(discovery(metadata.revision)) }
        if let refusal = refusal(ofMethod: method, in: metadata.revision) { return refusal }
        if let required = configuration.requiredClientCapabilities[method],
            let missing = metadata.capabilities.missing(from: required)
        {
            return .refuse(.missingClientCapability(missing), nil)
        }
        return .call(
            RequestContext(
                id: id,
                method: method,
                payload: payload,
                revision: metadata.revision,
                clientCapabilities: metadata.capabilities,
                clientInfo: metadata.info,
                progressToken: meta[MetaKey.progressToken].flatMap { RequestID($0.value) },
                logLevel: metadata.logLevel
            )
        )
    }

    private struct RequestMetadata {
        let revision: ProtocolRevision
        let capabilities: ClientCapabilities
        let info: Implementation?
        let logLevel: LoggingLevel?
    }

    /// Reads what a modern request has to carry: the revision first, since by another one other fields might be due.
    private func modernMetadata(
        _ method: String,
        _ payload: Payload?,
        _ meta: Members
    ) throws(ErrorObject) -> RequestMetadata {
        let revision = try modernRevision(method, payload, meta)
        guard let declared = meta[MetaKey.clientCapabilities] else {
            throw .invalidParams("_meta lacks \(MetaKey.clientCapabilities)")
        }
        do {
            let info = try meta[MetaKey.clientInfo].map { (value) throws(ShapeError) in
                try Implementation(json: value.value, at: ["_meta", MetaKey.clientInfo])
            }
            let capabilities = try ClientCapabilities(
                json: declared.value,
                at: ["_meta", MetaKey.clientCapabilities]
            )
            return RequestMetadata(
                revision: revision,
                capabilities: capabilities,
                info: info,
                logLevel: try logLevel(meta)
            )
        } catch {
            throw .invalidParams("\(error)")
        }
    }

    private func modernRevision(
        _ method: String,
        _ payload: Payload?,
        _ meta: Members
    ) throws(ErrorObject) -> ProtocolRevision {
        guard let version = meta[MetaKey.protocolVersion] else {
            if method == "initialize" { throw refusalOfHandshake(payload) }
            let missing = [MetaKey.protocolVersion, MetaKey.clientCapabilities].filter { meta[$0] == nil }
            throw .invalidParams("_meta lacks \(missing.joined(separator: " and "))")
        }
        guard let requested = version.string else {
            throw .invalidParams("_meta: \(MetaKey.protocolVersion) is not a string")
        }
        let known = ProtocolRevision(rawValue: requested)
        guard let known, known.era == .modern, configuration.offer.contains(known) else {
            // The same that server/discover names: what needs a handshake cannot be had statelessly.
            let supported = configuration.offer.revisions.filter { $0.era == .modern }
            throw .unsupportedVersion(requested, supported: supported)
        }
        return known
    }

    /// The answer of a modern-only server to `initialize`, which may be all that a legacy client shows its user.
    private func refusalOfHandshake(_ payload: Payload?) -> ErrorObject {
        let requested = payload?.members?["protocolVersion"]?.value.stringValue
        let supported = configuration.offer.revisions
        var error = ErrorObject.unsupportedVersion(requested ?? "(none)", supported: supported)
        error.message +=
            ": this server has no initialize handshake and speaks "
            + supported.map(\.rawValue).joined(separator: ", ")
        return error
    }

    private func logLevel(_ meta: Members) throws(ShapeError) -> LoggingLevel? {
        guard let value = meta[MetaKey.logLevel]?.value else { return nil }
        guard let level = value.stringValue.flatMap(LoggingLevel.init(rawValue:)) else {
            throw ShapeError(["_meta", MetaKey.logLevel], expected: "one of the eight syslog levels", actual: value)
        }
        return level
    }

    private func discovery(_ revision: ProtocolRevision) -> Members {
        let versions = configuration.offer.revisions.filter { $0.era == .modern }
        var result: Members = [
            "supportedVersions": .array(versions.map { .string($0.rawValue) }),
            "capabilities": configuration.capabilities.json(for: .latest),
        ]
        result["instructions"] = configuration.instructions.map { .value(.string($0)) }
        return completed(result, method: "server/discover", id: nil, revision: revision)
    }

    /// Adds to a result what its revision requires and the owner left out; legacy results stay as they are.
    package func completed(_ result: Members, for call: RequestContext) -> Members {
        completed(result, method: call.method, id: call.id, revision: call.revision)
    }

    private func completed(
        _ result: Members,
        method: String,
        id: RequestID?,
        revision: ProtocolRevision
    ) -> Members {
        guard revision.era == .modern else { return result }
        var completed = result
        if completed["resultType"] == nil { completed["resultType"] = .value("complete") }
        if Method.isCacheable(method), completed["resultType"]?.value == "complete" {
            let hint = configuration.caching
            if completed["ttlMs"] == nil {
                completed["ttlMs"] = .value(.number(JSONNumber(hint.timeToLiveInMilliseconds)))
            }
            if completed["cacheScope"] == nil { completed["cacheScope"] = .value(.string(hint.scope.rawValue)) }
        }
        var meta = completed["_meta"]?.members ?? Members()
        if meta[MetaKey.serverInfo] == nil {
            meta[MetaKey.serverInfo] = infoText
        }
        if method == "subscriptions/listen", let id { meta[MetaKey.subscriptionID] = .value(id.json) }
        completed["_meta"] = .members(meta)
        return completed
    }
}
