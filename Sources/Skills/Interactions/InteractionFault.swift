/// Why something that claims to come from a vendor is not let in; the first two are answered with 401.
package enum InteractionFault: Error, Sendable, Hashable {
    /// A header that carries the signature or its time is not there, or is none.
    case unsigned(String)
    /// The signature is not that of the body, or the time is not now.
    case forged(String)
    /// Signed, but not what the vendor documents: where, and what was expected.
    case malformed(String)
    /// The secret or key that is configured cannot be one.
    case badKey(String)
}

extension InteractionFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unsigned(let what): "the request is not signed: \(what)"
        case .forged(let what): "the signature is not right: \(what)"
        case .malformed(let what): "the interaction cannot be read: \(what)"
        case .badKey(let what): "the configured key cannot be used: \(what)"
        }
    }
}
