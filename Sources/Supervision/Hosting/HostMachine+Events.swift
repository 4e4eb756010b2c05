import Health
import MCP
import Probing
import Store

extension HostMachine {
    /// Whether it can be run at all; `unable` is what its obstacle comes to, where settings are not what is missing.
    mutating func settle(unable: Outcome?, at now: Moment) {
        var missing: [String] = []
        if case .missing(let names) = obstacle { missing = names }
        // The changes that people see go from what they were told, and not from a machine that is new.
        _ = health.configured(missing: missing, at: now)
        guard let unable else { return }
        _ = health.observe(unable, at: now)
        health.holdsUntilChanged()
        lastOutcome = unable
    }

    /// It is in charge now; `last` is the state that people were told last.
    mutating func begin(after last: HealthState?, unable: Outcome?, at now: Moment) -> [HostAction] {
        settle(unable: unable, at: now)
        let status = health.status(at: now)
        var actions: [HostAction] = [.announce(.assigned)]
        let before = last ?? .unknown
        if before != status.state {
            actions.append(
                .changed(HealthEvent.Change(from: before, to: status.state, reason: status.reason, at: now))
            )
        }
        guard obstacle == nil else { return actions + [.verdict] }
        if isRetired { return actions }
        switch mode {
        case .eager: actions += live { $0.want(at: now) }
        case .onDemand: probeAt = now
        }
        return actions
    }

    /// There is a session, and the first contact over it begins.
    mutating func opened(_ server: ServerDescription?, at now: Moment) -> [HostAction] {
        (isOpen, isProbing, sessionOutcome, description) = (true, true, nil, server)
        return live { $0.becameReady(at: now) }
    }

    /// A contact that was made to find out has ended.
    mutating func contacted(_ report: ContactReport, at now: Moment, chance: Double) -> [HostAction] {
        (isProbing, isSuspicious, lastProbeEnd) = (false, false, now)
        (sessionOutcome, lastOutcome) = (report.outcome, report.outcome)
        var actions = report.tools.map { listed($0) } ?? []
        actions += observe(report.outcome, at: now)
        schedule(at: now, chance: chance)
        if onlyLooks {
            onlyLooks = false
            if callsUnderWay == 0 { actions += live { $0.stop() } }
        }
        if isBeyondHope(report.outcome, at: now) { actions.append(.stop) }
        return actions + [.verdict]
    }

    /// A probe that was asked for could not be made.
    mutating func probeDropped(at now: Moment, chance: Double) -> [HostAction] {
        isProbing = false
        schedule(at: now, chance: chance)
        return [.verdict]
    }

    /// Its tools were listed.
    mutating func listed(_ list: [Tool]) -> [HostAction] {
        guard list != tools else { return [] }
        tools = list
        return [.announce(.tools)]
    }

    /// The connection ended, or none came about.
    mutating func ended(
        _ end: HeldEnd,
        exit: ServerStatus.LastExit?,
        at now: Moment,
        chance: Double
    ) -> [HostAction] {
        (isOpen, isProbing, pid) = (false, false, nil)
        lastExit = exit ?? lastExit
        var actions: [HostAction] = []
        let seen = sessionOutcome
        sessionOutcome = nil
        // A contact over this connection may have told of the end already.
        if let outcome = end.report?.outcome,
            seen.map({ $0.outcomeClass != .reach && $0.outcomeClass != .auth }) ?? true
        {
            actions += observe(outcome, at: now)
            lastOutcome = outcome
        }
        let refused = seen?.outcomeClass == .auth ? seen?.code : nil
        let cause = refused ?? end.report?.outcome.code ?? seen?.code
        actions += live { $0.ended(because: cause, chance: chance, at: now) }
        if case .blocked = lifecycle.phase { health.holdsUntilChanged() }
        lastProbeEnd = now
        schedule(at: now, chance: chance)
        onlyLooks = onlyLooks && lifecycle.phase != .stopped
        // Who asked for it to be started anew waits for what that comes to.
        if case .starting = lifecycle.phase { return actions }
        return actions + [.verdict]
    }

    /// Somebody wants to call it.
    mutating func wanted(at now: Moment) -> [HostAction] {
        onlyLooks = false
        return obstacle == nil && !isRetired ? live { $0.want(at: now) } : []
    }

    mutating func callBegan(at now: Moment) -> [HostAction] {
        callsUnderWay += 1
        onlyLooks = false
        lifecycle.callBegan(at: now)
        return []
    }

    /// A call ended; nil when it says nothing about the server.
    mutating func callEnded(_ outcome: Outcome?, at now: Moment) -> [HostAction] {
        callsUnderWay = max(0, callsUnderWay - 1)
        let actions = live { $0.callEnded(at: now) }
        // When the connection is gone, its end is the evidence, and calls that it took along are none of their own.
        guard let outcome, isOpen || outcome.outcomeClass != .reach else { return actions }
        return actions + observe(outcome, at: now)
    }

    /// Its time has come: for a start, for a probe, or for evidence that grew old.
    mutating func attend(at now: Moment, mayProbe: Bool, chance: Double) -> [HostAction] {
        var actions = told(health.tick(at: now), at: now)
        if let due = wakeAt, due <= now {
            wakeAt = nil
            actions += live { $0.tick(at: now) }
        }
        guard canBeProbed, let due = probeAt, due <= now else { return actions }
        guard mayProbe || !isShared else {
            probeAt = now.advanced(by: health.policy.confirmEvery)
            return actions
        }
        if lifecycle.phase == .stopped {
            onlyLooks = true
            probeAt = nil
            return actions + live { $0.want(at: now) }
        }
        isProbing = true
        return actions + [.probe(isUrgent: isSuspicious || health.state(at: now) != .connected)]
    }

    /// Somebody wants to know now.
    mutating func asked(at now: Moment) -> [HostAction] {
        guard obstacle == nil, !isRetired else { return [.verdict] }
        switch lifecycle.phase {
        case .starting, .stopping: return []
        case .running:
            guard isOpen, !isProbing else { return [] }
            isProbing = true
            return [.probe(isUrgent: true)]
        case .stopped, .waiting, .blocked:
            var actions = live { $0.changed(at: now) }
            guard lifecycle.phase == .stopped else { return actions }
            onlyLooks = mode == .onDemand
            actions += live { $0.want(at: now) }
            return actions
        }
    }

    /// Whatever it was at: stop it and start it.
    mutating func restarted(at now: Moment) -> [HostAction] {
        guard obstacle == nil, !isRetired else { return [] }
        return live { $0.changed(at: now) } + live { $0.want(at: now) }
    }

    /// It is to end for good.
    mutating func retire() -> [HostAction] {
        isRetired = true
        (wakeAt, probeAt) = (nil, nil)
        return live { $0.stop() } + [.verdict]
    }

    /// The host slept until now.
    mutating func woke(at now: Moment) -> [HostAction] {
        told(health.woke(at: now), at: now)
    }

    /// Whether its present connection is of no use, so that only a new one helps.
    ///
    /// A probe that hangs after a list that came is the vendor's doing, and a new process would wait just as long.
    private func isBeyondHope(_ outcome: Outcome, at now: Moment) -> Bool {
        guard isOpen, health.state(at: now) == .disconnected, case .running = lifecycle.phase else { return false }
        return switch outcome.code {
        case .timeout: outcome.evidence.step <= .list
        case .closed, .notMCP, .protocolError: true
        default: false
        }
    }
}
