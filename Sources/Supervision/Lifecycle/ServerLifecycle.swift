package import Health

/// Decides, and does nothing by itself, when one server is started, stopped and started again.
///
/// A server that ends by itself is started again after pauses that grow; one that ends because its credential, its
/// configuration or its program is wrong is not, until somebody changed something: no number of starts mends that.
package struct ServerLifecycle: Sendable, Hashable {
    /// When a server has a process.
    package enum Mode: Sendable, Hashable {
        /// As long as the daemon runs.
        case eager
        /// Once somebody calls it.
        case onDemand
    }

    /// Where it is now.
    package internal(set) var phase = LifecyclePhase.stopped
    /// Exits by itself since it last ran for long enough.
    package internal(set) var exitsInARow = 0
    /// Starts since the daemon began; restarts are all but the first.
    package internal(set) var starts = 0

    let mode: Mode
    let policy: RestartPolicy
    var exits: [Moment] = []
    var isWanted: Bool
    var callsUnderWay = 0
    var lastUse: Moment?

    /// A server that has no process yet.
    package init(mode: Mode, policy: RestartPolicy = RestartPolicy()) {
        self.mode = mode
        self.policy = policy
        isWanted = mode == .eager
    }

    // MARK: What people and agents want

    /// Somebody wants to call it, or the daemon came up and the server is an eager one.
    ///
    /// Nothing happens while it waits or is blocked: who calls then is told so at once.
    package mutating func want(at now: Moment) -> [LifecycleAction] {
        isWanted = true
        lastUse = now
        switch phase {
        case .stopped: return start(at: now)
        case .stopping: phase = .stopping(thenStart: true)
        case .starting, .running, .waiting, .blocked: break
        }
        return []
    }

    /// A call to it began.
    package mutating func callBegan(at now: Moment) {
        callsUnderWay += 1
        lastUse = now
    }

    /// A call to it ended, however it did.
    package mutating func callEnded(at now: Moment) -> [LifecycleAction] {
        callsUnderWay = max(0, callsUnderWay - 1)
        lastUse = now
        return wakeForIdleness()
    }

    /// Somebody disabled it, or the daemon goes down.
    package mutating func stop() -> [LifecycleAction] {
        isWanted = false
        return end(thenStart: false)
    }

    /// Its configuration, its credential or its program was changed: whatever was wrong with it counts no more.
    package mutating func changed(at now: Moment) -> [LifecycleAction] {
        (exits, exitsInARow) = ([], 0)
        switch phase {
        case .starting, .running, .stopping: return end(thenStart: isWanted)
        case .waiting, .blocked, .stopped:
            phase = .stopped
            return isWanted ? start(at: now) : []
        }
    }

    // MARK: What happened to it

    /// Its process answered as it should.
    package mutating func becameReady(at now: Moment) -> [LifecycleAction] {
        guard case .starting = phase else { return [] }
        phase = .running(since: now)
        return wakeForIdleness()
    }

    /// Its time came: after a pause, or when nobody used it for long.
    package mutating func tick(at now: Moment) -> [LifecycleAction] {
        switch phase {
        case .waiting(let until, _):
            guard until <= now else { return [.wake(at: until)] }
            if let idleAt, idleAt <= now {
                isWanted = false
                phase = .stopped
                return []
            }
            return start(at: now)
        case .running:
            guard let idleAt else { return [] }
            guard idleAt <= now else { return [.wake(at: idleAt)] }
            isWanted = false
            return end(thenStart: false)
        case .stopped, .starting, .stopping, .blocked:
            return []
        }
    }

    // MARK: Steps

    mutating func start(at now: Moment) -> [LifecycleAction] {
        phase = .starting(since: now)
        starts += 1
        return [.start]
    }

    private mutating func end(thenStart: Bool) -> [LifecycleAction] {
        switch phase {
        case .starting, .running:
            phase = .stopping(thenStart: thenStart)
            return callsUnderWay > 0 ? [.failCalls, .stop] : [.stop]
        case .stopping:
            phase = .stopping(thenStart: thenStart)
        case .waiting, .stopped:
            phase = .stopped
        case .blocked:
            // Why it cannot work is worth more than that nobody wants it to.
            break
        }
        return []
    }

    /// When it will have been idle for too long; nil while it is in use, and where that is allowed.
    private var idleAt: Moment? {
        guard mode == .onDemand, callsUnderWay == 0, let limit = policy.idleLimit, let lastUse else { return nil }
        return lastUse.advanced(by: limit)
    }

    private func wakeForIdleness() -> [LifecycleAction] {
        guard case .running = phase, let idleAt else { return [] }
        return [.wake(at: idleAt)]
    }
}
