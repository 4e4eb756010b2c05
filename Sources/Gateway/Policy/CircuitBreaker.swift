/// Leaves an integration alone for a while that has failed several times in a row; then lets one call try.
///
/// What counts is that no answer came: an error that a server answers with is an answer.
/// Times are since any fixed point.
package struct CircuitBreaker: Sendable, Hashable {
    /// When it opens, and for how long.
    package struct Policy: Sendable, Hashable {
        /// Failures in a row after which it opens; at least 1.
        package var failureLimit: Int
        /// How long no call is let through.
        package var pause: Duration

        /// Sets both.
        package init(failureLimit: Int = 5, pause: Duration = .seconds(30)) {
            self.failureLimit = max(1, failureLimit)
            self.pause = pause
        }
    }

    /// Where it stands.
    package enum State: Sendable, Hashable {
        /// Calls go through; so many have failed since the last that did not.
        case closed(failures: Int)
        /// No call goes through before the moment.
        case open(until: Duration)
        /// One call is trying.
        case halfOpen
    }

    /// What a call may do.
    package enum Admission: Sendable, Hashable {
        case pass
        /// Refused; how long it will be at least until one is let through.
        case refused(retryAfter: Duration)
    }

    private let policy: Policy
    /// Where it stands.
    package private(set) var state = State.closed(failures: 0)

    /// A closed one.
    package init(_ policy: Policy = Policy()) {
        self.policy = policy
    }

    /// Asks for a call; every call that passes has to be followed by one of the three events.
    package mutating func admit(at now: Duration) -> Admission {
        switch state {
        case .closed:
            return .pass
        case .open(let until):
            guard now >= until else { return .refused(retryAfter: until - now) }
            state = .halfOpen
            return .pass
        case .halfOpen:
            return .refused(retryAfter: policy.pause)
        }
    }

    /// A call was answered, whatever the answer says.
    package mutating func answered() {
        state = .closed(failures: 0)
    }

    /// A call was not answered.
    package mutating func failed(at now: Duration) {
        switch state {
        case .closed(let failures) where failures + 1 < policy.failureLimit:
            state = .closed(failures: failures + 1)
        case .closed, .halfOpen:
            state = .open(until: now + policy.pause)
        case .open:
            // A call that passed before it opened.
            break
        }
    }

    /// The caller gave a call up: it says nothing, and where it was the one that tries, the next may.
    package mutating func abandoned(at now: Duration) {
        if state == .halfOpen { state = .open(until: now) }
    }
}
