package import JSON

/// Why a state is what it is: a cause, what it rests on, what to do, and since when it is known.
package struct HealthReason: Sendable, Hashable {
    /// The kinds of cause: an outcome, or one that lies in the evidence itself.
    package enum Cause: Sendable, Hashable {
        case outcome(OutcomeCode)
        /// There was no contact since the server was configured.
        case neverChecked
        /// The evidence is older than the policy's interval.
        case stale
        /// It answers, and nothing has shown that its credential is accepted.
        case unproven
        /// It is good again, but not yet often enough.
        case recovering
        /// Too many of the contacts in the window failed.
        case intermittent
        /// Required settings have no value.
        case unconfigured

        /// The cause in reports: an outcome's code, or a word of the same kind.
        package var code: String {
            switch self {
            case .outcome(let code): code.rawValue
            case .neverChecked: "never_checked"
            case .stale: "stale"
            case .unproven: "credential_unproven"
            case .recovering: "recovering"
            case .intermittent: "intermittent"
            case .unconfigured: OutcomeCode.credentialMissing.rawValue
            }
        }
    }

    /// What it is.
    package var cause: Cause
    /// One sentence for people.
    package var message: String
    /// What it rests on; nil only where there was no contact.
    package var evidence: Evidence?
    /// What to do.
    package var action: NextAction
    /// When this was last seen to be so.
    package var seenAt: Moment

    /// How old the cause is.
    package func age(at now: Moment) -> Duration {
        max(.zero, now.since(seenAt))
    }

    /// The reason as it stands in the API, with its age.
    package func json(for integration: String, at now: Moment) -> JSONValue {
        var object: JSONObject = ["code": .string(cause.code), "message": .string(message)]
        object["evidence"] = evidence.map { .string($0.summary) }
        object["action"] = .string(action.text(for: integration))
        object["ageMs"] = JSONValue(Int(age(at: now).milliseconds))
        return .object(object)
    }
}
