/// Makes a state out of contacts: a value that is told what happened and when, and says what changed.
///
/// It knows no clock. Time never runs backwards in it: a moment before the latest one counts as that one. The same history
/// gives the same state, so that a stored history can be told again after a restart.
package struct HealthMachine: Sendable, Hashable {
    /// The limits it goes by.
    package let policy: HealthPolicy
    /// Whether green takes a proof that the credential is accepted.
    package let needsCredential: Bool

    var standing: Standing
    var layers = HealthLayers()
    var window: ContactWindow
    var latest: Moment
    /// When it was configured last; contacts that began before are about another credential.
    var configuredAt: Moment?
    var missing: [String] = []
    /// When the credential was last seen to be accepted.
    var provenAt: Moment?
    /// Whether the last word about the credential was a refusal.
    var isRefused = false
    /// Whether the server, or the vendor through it, ever answered since it was configured.
    var hasBeenReached = false
    /// Whether good contacts have to make up for something.
    var mustRecover = false
    var goodRun = 0
    var failedRun = 0
    var reachFailures = 0
    var pausedUntil: Moment?
    var wokeAt: Moment?
    var lastContact: Moment?
    var lastProbe: Moment?
    var isSuspected = false

    /// What the last decision came to, and until when it holds.
    struct Standing: Sendable, Hashable {
        var state: HealthState
        var reason: HealthReason
        var since: Moment
        /// Nil for what does not grow old: nothing was seen, or settings are missing.
        var validUntil: Moment?
    }

    /// A machine for a server that nobody has looked at yet.
    package init(_ policy: HealthPolicy = HealthPolicy(), needsCredential: Bool, at now: Moment = .origin) {
        self.policy = policy
        self.needsCredential = needsCredential
        window = ContactWindow(span: policy.window, limit: policy.windowLimit)
        latest = now
        standing = Self.unchecked(at: now)
    }

    static func unchecked(at now: Moment) -> Standing {
        Standing(
            state: .unknown,
            reason: HealthReason(
                cause: .neverChecked,
                message: "nobody has looked at it yet",
                action: .none,
                seenAt: now
            ),
            since: now
        )
    }

    // MARK: Events

    /// Time passed: says so when evidence has grown too old for the state it carried.
    package mutating func tick(at now: Moment) -> [HealthEvent] {
        latest = max(latest, now)
        guard let until = standing.validUntil, latest > until else { return [] }
        return become(aged(standing, at: until))
    }

    /// It was configured, anew or for the first time: whatever was known is about another configuration.
    ///
    /// `missing` names the required variables that have no value.
    package mutating func configured(missing: [String] = [], at now: Moment) -> [HealthEvent] {
        var events = tick(at: now)
        var fresh = HealthMachine(policy, needsCredential: needsCredential, at: latest)
        fresh.standing = standing
        fresh.layers.effective = layers.effective
        fresh.wokeAt = wokeAt
        fresh.configuredAt = latest
        fresh.missing = missing
        fresh.layers.configured = HealthLayers.Layer(
            missing.isEmpty,
            missing.isEmpty ? "every required setting has a value" : "no value for " + missing.joined(separator: ", "),
            at: latest
        )
        self = fresh
        events += become(missing.isEmpty ? Self.unchecked(at: latest) : unconfigured())
        return events
    }

    /// Whether its tools are listed and callable where agents look for them; nil where nobody knows any more.
    package mutating func offered(_ holds: Bool?, detail: String, at now: Moment) -> [HealthEvent] {
        let events = tick(at: now)
        layers.effective = HealthLayers.Layer(holds, detail, at: latest)
        return events
    }

    /// The host slept until now: what fails just because of that is not the server's fault.
    package mutating func woke(at now: Moment) -> [HealthEvent] {
        latest = max(latest, now)
        wokeAt = latest
        return tick(at: now)
    }

    // MARK: Questions

    /// The state at a moment; never changes anything.
    package func state(at now: Moment) -> HealthState {
        held(at: now).state
    }

    /// Everything there is to show at a moment; never changes anything.
    package func status(at now: Moment) -> HealthStatus {
        let now = max(latest, now)
        let held = held(at: now)
        var layers = layers
        if let at = layers.authorised.at, now.since(at) > policy.interval {
            layers.authorised.holds = nil
            layers.authorised.detail += ", which is too long ago to count"
        }
        return HealthStatus(
            state: held.state,
            reason: held.reason,
            since: held.since,
            layers: layers,
            p50: window.latency(quantile: 0.5, at: now),
            p95: window.latency(quantile: 0.95, at: now),
            errorRate: window.errorRate(at: now),
            lastContact: lastContact,
            nextProbe: nextProbe,
            at: now
        )
    }

    // MARK: Inside

    func held(at now: Moment) -> Standing {
        guard let until = standing.validUntil, max(latest, now) > until else { return standing }
        return aged(standing, at: until)
    }

    /// Goes over to another standing; the beginning of a state that stays is kept.
    mutating func become(_ next: Standing) -> [HealthEvent] {
        let before = standing
        standing = next
        guard before.state != next.state else {
            standing.since = before.since
            return []
        }
        return [.changed(.init(from: before.state, to: next.state, reason: next.reason, at: next.since))]
    }

    private func aged(_ standing: Standing, at moment: Moment) -> Standing {
        let was = standing.reason
        return Standing(
            state: .unknown,
            reason: HealthReason(
                cause: .stale,
                message: "it was \(standing.state.rawValue) when it was last looked at, too long ago",
                evidence: was.evidence,
                action: .none,
                seenAt: was.seenAt
            ),
            since: moment
        )
    }

    private func unconfigured() -> Standing {
        let names = missing.joined(separator: ", ")
        return Standing(
            state: .disconnected,
            reason: HealthReason(
                cause: .unconfigured,
                message: "\(names) \(missing.count == 1 ? "has" : "have") no value",
                action: .setVariables(missing),
                seenAt: latest
            ),
            since: latest
        )
    }
}
