package import JSON

/// How one contact with a server ended: code, evidence, time taken, and what to do about it.
package struct Outcome: Sendable, Hashable {
    /// What a good contact has shown.
    package enum Proof: String, Sendable, Hashable {
        /// Nothing about the server.
        case nothing
        /// The server answers.
        case reachable
        /// The vendor accepted the credential: only a probe whose assertion held shows that.
        case credential
    }

    /// Who made the contact.
    package enum Source: String, Sendable, Hashable {
        /// We did, to find out.
        case active
        /// Somebody used the server.
        case passive
    }

    /// What it came to.
    package var code: OutcomeCode
    /// What that rests on.
    package var evidence: Evidence
    /// How long the step took that decided: what people wait for.
    package var latency: Duration
    /// What to do now.
    package var action: NextAction
    /// When the contact ended.
    package var at: Moment
    /// The pause the other side asked for, from `at`; nil when it asked for none.
    package var retryAfter: Duration?
    /// What it shows when it is good.
    package var proof: Proof
    /// Who made the contact.
    package var source: Source
    /// When the contact began; what was configured later, it knows nothing about.
    package var startedAt: Moment

    /// Collects what is known of a contact; without a beginning, it lasted as long as the step that decided.
    package init(
        _ code: OutcomeCode,
        evidence: Evidence,
        latency: Duration,
        action: NextAction,
        at: Moment,
        retryAfter: Duration? = nil,
        proof: Proof = .nothing,
        source: Source = .active,
        startedAt: Moment? = nil
    ) {
        self.code = code
        self.evidence = evidence
        self.latency = latency
        self.action = action
        self.at = at
        self.retryAfter = retryAfter
        self.proof = proof
        self.source = source
        self.startedAt = startedAt ?? at.advanced(by: .zero - latency)
    }

    /// The kind of outcome.
    package var outcomeClass: OutcomeClass { code.outcomeClass }

    /// The outcome as it stands in reports and histories; times in milliseconds from the origin.
    package var json: JSONValue {
        var object: JSONObject = [
            "code": .string(code.rawValue), "class": .string(outcomeClass.rawValue),
            "evidence": evidence.json, "latencyMs": JSONValue(Int(latency.milliseconds)),
            "atMs": JSONValue(Int(at.sinceOrigin.milliseconds)), "source": .string(source.rawValue),
        ]
        object["retryAfterMs"] = retryAfter.map { JSONValue(Int($0.milliseconds)) }
        return .object(object)
    }
}
