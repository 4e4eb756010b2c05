/// What may be wrong when a server reacts in a way that an entry describes.
package enum ReactionCause: String, Sendable, Hashable, CaseIterable {
    /// No credential is configured.
    case missing
    /// The credential does not have the spelling that the server demands.
    case malformed
    /// The vendor refuses the credential (its 401).
    case invalid
    /// The credential was good once.
    case expired
    /// The vendor accepts the credential, but not for this (its 403).
    case scope
    /// The vendor says that there were too many calls (its 429).
    case rateLimited
    /// The vendor fails (its 5xx).
    case vendorError
    /// The vendor cannot be reached.
    case unreachable
    /// The pins of ``IntegrationServer/constraints`` were left out.
    case unconstrained

    /// What a contact must find out; nil where no credential or vendor is involved.
    package var outcome: SignatureOutcome? {
        switch self {
        case .missing: .credentialMissing
        case .malformed, .invalid: .credentialInvalid
        case .expired: .credentialExpired
        case .scope: .scopeInsufficient
        case .rateLimited: .rateLimited
        case .vendorError: .vendorError
        case .unreachable: .networkDown
        case .unconstrained: nil
        }
    }
}
