/// Lets calls of one role through, or says why not: caps on what is in flight, and a breaker for each integration.
package struct CallGate: Sendable {
    /// Why a call does not even begin.
    package enum Refusal: Sendable, Hashable {
        /// So many calls of the integration are in flight.
        case integrationIsBusy(limit: Int)
        /// So many calls of the role are in flight.
        case roleIsBusy(limit: Int)
        /// The integration has failed several times in a row.
        case isLeftAlone(retryAfter: Duration)
    }

    /// How a call ended, as far as the gate cares.
    package enum Ending: Sendable, Hashable {
        case answered, failed, abandoned
    }

    private var limits: CallLimits
    private var breakers: [String: CircuitBreaker] = [:]
    private var breakerPolicy: CircuitBreaker.Policy
    private var inFlight: [String: Int] = [:]
    private var total = 0

    /// A gate that nothing has passed.
    package init(_ policy: RolePolicy = RolePolicy()) {
        limits = policy.limits
        breakerPolicy = policy.breaker
    }

    /// Takes over another policy; what is in flight and what has failed stays known, but breakers begin anew.
    package mutating func take(_ policy: RolePolicy) {
        limits = policy.limits
        if breakerPolicy != policy.breaker { breakers = [:] }
        breakerPolicy = policy.breaker
    }

    /// Calls in flight.
    package var callsInFlight: Int { total }

    /// The breaker of an integration, for reports.
    package func breaker(of integration: String) -> CircuitBreaker.State {
        breakers[integration]?.state ?? .closed(failures: 0)
    }

    /// Asks for a call; nil lets it begin, and it has to be followed by `leave`.
    package mutating func enter(_ integration: String, at now: Duration) -> Refusal? {
        guard total < limits.callsPerRole else { return .roleIsBusy(limit: limits.callsPerRole) }
        let count = inFlight[integration] ?? 0
        guard count < limits.callsPerIntegration else {
            return .integrationIsBusy(limit: limits.callsPerIntegration)
        }
        var breaker = breakers[integration] ?? CircuitBreaker(breakerPolicy)
        let admission = breaker.admit(at: now)
        breakers[integration] = breaker
        if case .refused(let pause) = admission { return .isLeftAlone(retryAfter: pause) }
        inFlight[integration] = count + 1
        total += 1
        return nil
    }

    /// A call that was let through is over.
    package mutating func leave(_ integration: String, _ ending: Ending, at now: Duration) {
        total -= 1
        let count = (inFlight[integration] ?? 0) - 1
        inFlight[integration] = count > 0 ? count : nil
        switch ending {
        case .answered: breakers[integration]?.answered()
        case .failed: breakers[integration]?.failed(at: now)
        case .abandoned: breakers[integration]?.abandoned(at: now)
        }
    }
}

extension CallGate.Refusal {
    /// What the agent is told, naming the integration, the cause and what helps.
    func sentence(_ integration: String) -> String {
        switch self {
        case .integrationIsBusy(let limit):
            "\(integration) has \(limit) calls in flight, which is the limit: call again when one is answered"
        case .roleIsBusy(let limit):
            "\(limit) calls of this role are in flight, which is the limit: call again when one is answered"
        case .isLeftAlone(let pause):
            "\(integration) has not answered several calls in a row: it is tried again in \(pause)"
        }
    }
}
