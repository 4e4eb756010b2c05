package import JSON

/// Why a call did not do what it should have done, as structure and in words; no credential is in either.
package struct SkillFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    package var outcome: SkillOutcome
    /// One sentence: what happened, and what to do where that is known.
    package var message: String
    /// The vendor's HTTP status; nil when there was no answer.
    package var status: Int?
    /// The vendor's own code; nil when it gave none.
    package var vendorCode: String?
    /// How long to wait before trying again; nil when nobody said.
    package var retryAfter: Duration?
    /// What else the vendor said, by name.
    package var details: JSONObject

    /// Words a failure.
    package init(
        _ outcome: SkillOutcome,
        _ message: String,
        status: Int? = nil,
        vendorCode: String? = nil,
        retryAfter: Duration? = nil,
        details: JSONObject = [:]
    ) {
        self.outcome = outcome
        self.message = message
        self.status = status
        self.vendorCode = vendorCode
        self.retryAfter = retryAfter
        self.details = details
    }

    /// The failure as a value, for programs.
    package var json: JSONValue {
        var object: JSONObject = ["outcome": .string(outcome.rawValue), "message": .string(message)]
        object["status"] = status.map { .number(JSONNumber($0)) }
        object["vendorCode"] = vendorCode.map { .string($0) }
        object["retryAfterSeconds"] = retryAfter.flatMap { JSONNumber($0.inSeconds) }.map { .number($0) }
        if !details.isEmpty { object["details"] = .object(details) }
        return .object(object)
    }
}

extension SkillFailure: CustomStringConvertible {
    package var description: String { "\(outcome.rawValue): \(message)" }
}

extension Duration {
    /// As a vendor writes it, to the millisecond.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds / 1_000_000_000_000_000) / 1_000
    }
}
