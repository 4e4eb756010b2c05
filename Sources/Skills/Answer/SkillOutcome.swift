/// What a call that did not succeed came to, in the words of the health taxonomy where that has one.
package enum SkillOutcome: String, Sendable, Hashable, CaseIterable {
    case credentialMissing = "credential_missing"
    case credentialInvalid = "credential_invalid"
    case credentialExpired = "credential_expired"
    case scopeInsufficient = "scope_insufficient"
    case rateLimited = "rate_limited"
    case vendorError = "vendor_error"
    case timeout
    case dns
    case refused
    case tls
    case closed
    /// The answer is not what the API promises.
    case protocolError = "protocol_error"
    /// The answer is longer than the skill takes.
    case answerTooLarge = "answer_too_large"
    /// The vendor understood, and declined: an unknown channel, a message that is too long.
    case toolError = "tool_error"
}
