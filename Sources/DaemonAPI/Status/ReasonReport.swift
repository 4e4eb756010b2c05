package import Health
package import JSON

/// Why a state is what it is: a word for programs, a sentence for people, what it rests on, and what to do.
package struct ReasonReport: Sendable, Hashable {
    /// An outcome's code, or a word such as `never_checked`.
    package var code: String
    /// What is the matter, in a sentence.
    package var message: String
    /// What it rests on, redacted; nil where there was no contact.
    package var evidence: String?
    /// What to do about it.
    package var action: String
    /// When this was last seen to be so.
    package var seenAt: Timestamp

    /// A reason without evidence, unless that is given.
    package init(code: String, message: String, evidence: String? = nil, action: String, seenAt: Timestamp) {
        self.code = code
        self.message = message
        self.evidence = evidence
        self.action = action
        self.seenAt = seenAt
    }

    /// What a health machine gives as its reason.
    package init(_ reason: HealthReason, of integration: String, seenAt: Timestamp) {
        self.init(
            code: reason.cause.code,
            message: reason.message,
            evidence: reason.evidence?.summary,
            action: reason.action.text(for: integration),
            seenAt: seenAt
        )
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "code": .string(code), "message": .string(message), "evidence": JSONValue(evidence),
            "action": .string(action), "seenAt": JSONValue(seenAt),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "reason")
        self.init(
            code: try reader.text("code"),
            message: try reader.text("message"),
            evidence: reader["evidence"]?.stringValue,
            action: try reader.text("action"),
            seenAt: try reader.time("seenAt")
        )
    }
}
