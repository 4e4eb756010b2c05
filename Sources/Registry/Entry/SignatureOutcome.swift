/// The outcomes that an entry may declare; the names are those of the outcome taxonomy.
package enum SignatureOutcome: String, Sendable, Hashable, CaseIterable {
    /// Looks like a refusal but is none.
    case ok
    /// There was no credential.
    case credentialMissing = "credential_missing"
    /// There was one, and it was not accepted.
    case credentialInvalid = "credential_invalid"
    /// It was accepted once.
    case credentialExpired = "credential_expired"
    /// It is accepted, but not for this.
    case scopeInsufficient = "scope_insufficient"
    /// Too many calls.
    case rateLimited = "rate_limited"
    /// The vendor is in trouble.
    case vendorError = "vendor_error"
    /// The server runs but does not reach its vendor.
    case networkDown = "network_down"
}
