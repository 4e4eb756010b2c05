/// When tokens are bound to a key that we hold (RFC 9449).
package enum PossessionPolicy: String, Sendable, Hashable, CaseIterable {
    /// Whoever has a token can use it.
    case never
    /// Where the MCP server asks for it and its authorization server can do it.
    case whereAsked
    /// A login at an authorization server that cannot do it fails.
    case always

    /// Whether a token from this server is to be bound to a key.
    /// - Throws: `.badMetadata(.noPossession)` when it has to be and cannot be.
    package func bindsTokens(
        of discovered: DiscoveredServer,
        isChallenged: Bool
    ) throws(AuthorizationFault) -> Bool {
        let isOffered = discovered.metadata.possessionAlgorithms.contains(PossessionKey.algorithm)
        switch self {
        case .never: return false
        case .whereAsked: return isOffered && (isChallenged || discovered.wantsPossession)
        case .always:
            guard isOffered else { throw .badMetadata(.noPossession) }
            return true
        }
    }
}
