import JSON

extension ClientSession {
    /// The probe was answered, in time or after the fallback.
    mutating func receivedProbeAnswer(_ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        guard case .probing = stage else {
            // Late: of use only if `initialize` turns out to be refused, and no violation in any case.
            handshake.probeID = nil
            if case .initializing = stage { handshake.lateProbeAnswer = envelope }
            return []
        }
        handshake.probeID = nil
        if case .error(_, let error) = envelope.kind { return probeRefused(error) }
        do {
            let value = envelope.payload?.value ?? .null
            let result = try DiscoverResult(json: value)
            return discovered(result, value)
        } catch {
            let violation = violation(.invalidResult, "server/discover: \(error)", bytes)
            return [.violation(violation)] + probeUnusable(violation)
        }
    }

    /// An answer that is no discovery at all: some legacy servers answer whatever they are asked.
    mutating func probeUnusable(_ violation: ProtocolViolation) -> [ClientAction] {
        handshake.probeID = nil
        return fallBack(.probeUnusable(violation)) ?? fail(.invalidHandshake(violation))
    }

    private mutating func probeRefused(_ error: ErrorObject) -> [ClientAction] {
        guard error.code.revealsModernServer else {
            return fallBack(.probeRefused(error)) ?? fail(.legacyServer(error))
        }
        guard error.code == .unsupportedProtocolVersion else { return fail(.probeRefused(error)) }
        return repeatProbe(error)
            ?? retry(error.supportedVersions, after: .discoveredAfterRefusal(error))
            ?? fail(
                .noCommonRevision(offered: configuration.offer.revisions, supported: error.supportedVersions)
            )
    }

    /// Asks again for the revision that was refused and offered at once, as a server does while it is replaced.
    private mutating func repeatProbe(_ error: ErrorObject) -> [ClientAction]? {
        guard case .probing(let revision) = stage, !handshake.hasRepeatedProbe,
            configuration.offer.best(of: error.supportedVersions, in: .modern) == revision
        else { return nil }
        handshake.hasRepeatedProbe = true
        handshake.evidence = .discoveredAfterRefusal(error)
        return probe(revision)
    }

    private mutating func discovered(_ result: DiscoverResult, _ value: JSONValue) -> [ClientAction] {
        if let revision = configuration.offer.best(of: result.supportedVersions, in: .modern) {
            return becomeReady(
                ServerDescription(
                    revision: revision,
                    info: result.serverInfo,
                    capabilities: result.capabilities,
                    instructions: result.instructions,
                    supportedVersions: result.supportedVersions,
                    result: value,
                    evidence: handshake.evidence
                )
            )
        }
        return retry(result.supportedVersions, after: .discoveredLegacy)
            ?? fail(
                .noCommonRevision(offered: configuration.offer.revisions, supported: result.supportedVersions)
            )
    }

    /// Goes on with a revision that the server named itself and that was not tried yet; nil when there is none.
    private mutating func retry(
        _ supported: [String],
        after evidence: ServerDescription.Evidence
    ) -> [ClientAction]? {
        if let modern = configuration.offer.best(of: supported, in: .modern), !handshake.tried.contains(modern) {
            handshake.evidence = evidence
            return [.cancelTimer(.handshake)] + probe(modern)
        }
        if let legacy = configuration.offer.best(of: supported, in: .legacy), !handshake.tried.contains(legacy) {
            handshake.evidence = evidence
            return [.cancelTimer(.probe)] + initialize(legacy)
        }
        return nil
    }

    /// `initialize` was answered.
    mutating func receivedInitializeAnswer(_ envelope: Envelope, _ bytes: [UInt8]) -> [ClientAction] {
        if case .error(_, let error) = envelope.kind { return initializeRefused(error) }
        let value = envelope.payload?.value ?? .null
        do {
            let result = try InitializeResult(json: value)
            return initialized(result, info: result.serverInfo, value, bytes)
        } catch {
            let violation = violation(.invalidResult, "initialize: \(error)", bytes)
            guard error.path.tokens.first == "serverInfo", let result = withoutServerInfo(value) else {
                return [.violation(violation)] + fail(.invalidHandshake(violation))
            }
            return [.violation(violation)] + initialized(result, info: nil, value, bytes)
        }
    }

    /// The server's name is for display only, so that a broken one is a violation but no reason to go without the server.
    private func withoutServerInfo(_ value: JSONValue) -> InitializeResult? {
        var object = value.objectValue ?? [:]
        object["serverInfo"] = ["name": "", "version": ""]
        // Whatever else is wrong has been found before the server info, or is found again by the caller's report.
        return try? InitializeResult(json: .object(object))
    }

    private mutating func initializeRefused(_ error: ErrorObject) -> [ClientAction] {
        if let late = handshake.lateProbeAnswer, let revision = configuration.offer.preferred(in: .modern) {
            // A modern server that was only slow to answer the probe.
            handshake.lateProbeAnswer = nil
            handshake.evidence = .discovered
            if let actions = adoptLateProbe(late, revision) { return actions }
        }
        return retry(error.supportedVersions, after: .discoveredAfterRefusal(error)) ?? fail(.initializeRefused(error))
    }

    private mutating func adoptLateProbe(_ envelope: Envelope, _ revision: ProtocolRevision) -> [ClientAction]? {
        switch envelope.kind {
        case .error(_, let error):
            guard error.code.revealsModernServer else { return nil }
            return probeRefused(error)
        default:
            let value = envelope.payload?.value ?? .null
            // An answer that is no discovery shows nothing, and `initialize` has failed with its own reason.
            guard let result = try? DiscoverResult(json: value) else { return nil }
            return discovered(result, value)
        }
    }

    private mutating func initialized(
        _ result: InitializeResult,
        info: Implementation?,
        _ value: JSONValue,
        _ bytes: [UInt8]
    ) -> [ClientAction] {
        let offered = configuration.offer.revisions.filter { $0.era == .legacy }
        let revision = ProtocolRevision(rawValue: result.protocolVersion)
        guard let revision, offered.contains(revision) else {
            let failure = ClientFailure.unacceptableVersion(result.protocolVersion, offered: offered)
            guard revision?.era == .modern else { return fail(failure) }
            let detail = "initialize was answered with \(result.protocolVersion)"
            return [.violation(violation(.unofferedVersion, detail, bytes))] + fail(failure)
        }
        let description = ServerDescription(
            revision: revision,
            info: info,
            capabilities: result.capabilities,
            instructions: result.instructions,
            supportedVersions: [result.protocolVersion],
            result: value,
            evidence: handshake.evidence
        )
        let initialized = Message.notification(Notification(method: "notifications/initialized"))
        return becomeReady(description, sending: [.send(initialized.encoded)])
    }
}
