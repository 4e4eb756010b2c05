package import Health

extension ServerLifecycle {
    /// Its process ended, or could not be started at all.
    ///
    /// - Parameters:
    ///   - cause: what its last contact came to; nil where nobody knows more than that it ended.
    ///   - chance: 0 to 1, evenly spread, for the jitter of the pause.
    ///   - now: the moment it ended.
    /// - Returns: what to do now; calls under way always fail.
    package mutating func ended(because cause: OutcomeCode?, chance: Double, at now: Moment) -> [LifecycleAction] {
        let failing: [LifecycleAction] = callsUnderWay > 0 ? [.failCalls] : []
        switch phase {
        case .stopping(let thenStart):
            phase = .stopped
            return failing + (thenStart ? start(at: now) : [])
        case .starting, .running:
            if let cause, Self.isForPeople(cause) {
                phase = .blocked(by: cause)
                return failing
            }
            return failing + wait(chance: chance, at: now)
        case .stopped, .waiting, .blocked:
            return failing
        }
    }

    /// What no start mends: a credential, or a program that is not there.
    private static func isForPeople(_ cause: OutcomeCode) -> Bool {
        cause.outcomeClass == .auth || cause == .spawnFailed
    }

    private mutating func wait(chance: Double, at now: Moment) -> [LifecycleAction] {
        if case .running(let since) = phase, now.since(since) >= policy.steadyAfter { (exits, exitsInARow) = ([], 0) }
        exitsInARow += 1
        let windowStart = now.advanced(by: .zero - policy.loopWindow)
        exits = exits.filter { $0 > windowStart } + [now]
        // Exits as rare as the longest pauses make them are still the loop they were.
        let isLooping = exits.count >= policy.loopExits || exitsInARow >= policy.loopExits
        let pause = policy.pause(afterExits: isLooping ? .max : exitsInARow, chance: chance)
        guard isWanted else {
            phase = .stopped
            return []
        }
        let until = now.advanced(by: pause)
        phase = .waiting(until: until, isLooping: isLooping)
        return [.wake(at: until)]
    }
}
