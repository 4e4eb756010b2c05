extension HealthMachine {
    /// A contact ended.
    ///
    /// - Returns: what changed, evidence that grew old meanwhile included, in order.
    package mutating func observe(_ outcome: Outcome, at now: Moment) -> [HealthEvent] {
        var events = tick(at: now)
        // It began with another credential, and says nothing about this one.
        if let configuredAt, outcome.startedAt < configuredAt { return events }
        if outcome.source == .active {
            lastProbe = latest
            isSuspected = false
        }
        guard missing.isEmpty, !isHostsFault(outcome) else { return events }
        guard outcome.outcomeClass != .local else {
            tellWhyUnknown(outcome)
            return events
        }
        lastContact = latest
        if isMereSuspicion(outcome) {
            isSuspected = true
            return events + [.probeWanted(because: outcome.code)]
        }
        let isGood = outcome.outcomeClass == .good && (outcome.code == .ok || outcome.source == .passive)
        window.add(latency: outcome.source == .active ? outcome.latency : nil, isGood: isGood, at: latest)
        count(outcome, isGood: isGood)
        events += become(next(after: outcome))
        if standing.state == .connected { mustRecover = false }
        if outcome.source == .passive, outcome.outcomeClass == .reach {
            isSuspected = true
            events.append(.probeWanted(because: outcome.code))
        }
        return events
    }

    /// Our own fault changes no state; where nothing is known of the server, it is why.
    private mutating func tellWhyUnknown(_ outcome: Outcome) {
        let isKnown: Bool
        switch standing.reason.cause {
        case .neverChecked, .stale: isKnown = false
        case .outcome(let code): isKnown = code.outcomeClass != .local
        default: isKnown = true
        }
        guard !isKnown else { return }
        var next = standing(.unknown, outcome)
        // It is no evidence about the server, so there is none to grow old.
        next.validUntil = nil
        _ = become(next)
    }

    /// What failed because the host slept, or had just woken, is not held against anybody.
    private func isHostsFault(_ outcome: Outcome) -> Bool {
        guard let wokeAt, outcome.outcomeClass == .reach || outcome.code == .slow else { return false }
        return outcome.startedAt < wokeAt || latest.since(wokeAt) <= policy.wakeGrace
    }

    /// A single call may be refused for what it asked, and words in it may be about anything: only a probe can tell.
    private func isMereSuspicion(_ outcome: Outcome) -> Bool {
        guard outcome.source == .passive else { return false }
        return outcome.outcomeClass == .auth
            && (outcome.evidence.basis == .words || outcome.code == .scopeInsufficient)
            || outcome.evidence.basis == .words && outcome.outcomeClass != .good
    }

    private mutating func count(_ outcome: Outcome, isGood: Bool) {
        goodRun = isGood ? goodRun + 1 : 0
        failedRun = isGood ? 0 : failedRun + 1
        if !isGood { mustRecover = true }
        switch outcome.outcomeClass {
        case .good:
            (reachFailures, pausedUntil, hasBeenReached) = (0, nil, true)
            guard outcome.proof == .credential || !needsCredential else { return }
            (provenAt, isRefused) = (latest, false)
            let detail = needsCredential ? "the vendor accepted the credential" : "it needs no credential"
            layers.authorised = HealthLayers.Layer(true, detail, at: latest)
        case .auth:
            (reachFailures, provenAt, isRefused) = (0, nil, true)
            layers.authorised = HealthLayers.Layer(false, outcome.code.meaning, at: latest)
        case .reach:
            // Many calls fail at once where one server has gone: they are one piece of evidence, until a probe failed too.
            let most = outcome.source == .passive ? max(reachFailures, policy.failuresUntilDisconnected - 1) : Int.max
            reachFailures = min(reachFailures + 1, most)
        case .throttle:
            (reachFailures, hasBeenReached) = (0, true)
            pausedUntil = latest.advanced(by: min(outcome.retryAfter ?? policy.confirmEvery, policy.longestPause))
        case .vendor:
            (reachFailures, hasBeenReached) = (0, true)
            pausedUntil = outcome.retryAfter.map { latest.advanced(by: min($0, policy.longestPause)) }
        case .local:
            break
        }
    }

    // MARK: What follows

    private func next(after outcome: Outcome) -> Standing {
        // Only a proof takes a refusal back.
        if isRefused, outcome.outcomeClass != .auth { return standing }
        switch outcome.outcomeClass {
        case .good: return nextAfterGood(outcome)
        case .auth: return standing(.disconnected, outcome)
        case .reach:
            let isLost =
                !hasBeenReached || reachFailures >= policy.failuresUntilDisconnected || standing.state == .disconnected
            return standing(isLost ? .disconnected : .degraded, outcome)
        case .throttle, .vendor:
            var next = standing(.degraded, outcome)
            if let pausedUntil {
                // As long as nobody may ask, what was said stands.
                next.validUntil = max(pausedUntil, latest).advanced(by: policy.interval)
            }
            return next
        case .local: return standing
        }
    }

    private func nextAfterGood(_ outcome: Outcome) -> Standing {
        guard let provenAt, latest.since(provenAt) <= policy.interval else {
            return standing(
                .unknown,
                outcome,
                cause: .unproven,
                message: "it answers, and nothing has shown that its credential is accepted",
                action: .declareProbe
            )
        }
        if outcome.code == .slow, outcome.source == .active { return standing(.degraded, outcome) }
        if window.troubles(at: latest) >= policy.troublesUntilIntermittent {
            return standing(
                .degraded,
                outcome,
                cause: .intermittent,
                message: "it answers, and has failed \(window.troubles(at: latest)) times lately"
            )
        }
        if mustRecover, goodRun < policy.successesUntilConnected {
            return standing(
                .degraded,
                outcome,
                cause: .recovering,
                message: "it answers again, \(goodRun) of \(policy.successesUntilConnected) times so far"
            )
        }
        var next = standing(.connected, outcome)
        next.validUntil = provenAt.advanced(by: policy.interval)
        if outcome.proof != .credential, needsCredential, standing.state == .connected {
            // An answer without a proof renews neither the evidence nor its age.
            next.reason = standing.reason
        }
        return next
    }

    private func standing(
        _ state: HealthState,
        _ outcome: Outcome,
        cause: HealthReason.Cause? = nil,
        message: String? = nil,
        action: NextAction? = nil
    ) -> Standing {
        Standing(
            state: state,
            reason: HealthReason(
                cause: cause ?? .outcome(outcome.code),
                message: message ?? outcome.code.meaning,
                evidence: outcome.evidence,
                action: action ?? outcome.action,
                seenAt: latest
            ),
            since: latest,
            validUntil: latest.advanced(by: policy.interval)
        )
    }
}
