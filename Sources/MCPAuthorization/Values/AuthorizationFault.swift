package import MCPHTTP

/// Why there is no usable token, as facts; `code` sorts them, `description` words them.
package enum AuthorizationFault: Error, Sendable, Hashable {
    /// Nobody is there to log in, or nothing is configured that could.
    case loginNeeded
    /// The refresh token or the code is no longer good: only a new login helps.
    case loginExpired
    /// The server refuses a fresh token.
    case tokenRefused
    /// More scopes were asked for than logins give, as often as we try.
    case scopeRefused(ScopeSet)
    /// The user or the authorization server said no, with the OAuth error code.
    case declined(OAuthErrorCode)
    /// The authorization server does not accept who we say we are.
    case clientRefused(OAuthErrorCode)
    /// The callback does not belong to the request, or is incomplete.
    case badCallback(CallbackFault)
    /// A document we need cannot be used.
    case badMetadata(MetadataFault)
    /// An address that we do not send anything to.
    case refusedAddress(AddressRefusal)
    /// Credentials were made for another authorization server than the one the server names now.
    case issuerChanged(from: String, to: String)
    /// No client identity can be had: not configured, no metadata document supported, no registration offered.
    case noClientIdentity
    /// The token endpoint or a document cannot be had for now; the status where there was an answer.
    case unavailable(status: Int?)
    /// The store of the grants failed; in the words of the system.
    case store(String)
    /// Something took longer than it may.
    case timedOut
    /// Our side gave up.
    case cancelled

    /// What is wrong with a callback.
    package enum CallbackFault: String, Sendable, Hashable {
        case unreadable, foreignState, missingIssuer, foreignIssuer, missingCode, repeatedParameter
    }

    /// What is wrong with metadata.
    package enum MetadataFault: Sendable, Hashable {
        case malformed(HTTPAddress)
        case missing(member: String)
        case foreignResource(String)
        case foreignIssuer(expected: String, found: String)
        case noAuthorizationServer
        case noServerMetadata(issuer: String)
        /// No `S256` among the code challenge methods.
        case noProofKey
        case unsupportedAuthentication([String])
        /// Tokens that are bound to a key are wanted, and cannot be had.
        case noPossession
    }
}

extension AuthorizationFault {
    /// What a fault means for whoever shows or counts it.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case credentialMissing = "credential_missing"
        case credentialInvalid = "credential_invalid"
        case credentialExpired = "credential_expired"
        case scopeInsufficient = "scope_insufficient"
        case vendorError = "vendor_error"
        case protocolError = "protocol_error"
        case cancelled = "cancelled"
        case local = "local"
    }

    /// The class of this fault.
    package var code: Code {
        switch self {
        case .loginNeeded, .noClientIdentity: .credentialMissing
        case .loginExpired: .credentialExpired
        case .tokenRefused, .declined, .clientRefused, .issuerChanged: .credentialInvalid
        case .scopeRefused: .scopeInsufficient
        case .unavailable, .timedOut: .vendorError
        case .badCallback, .badMetadata, .refusedAddress: .protocolError
        case .store: .local
        case .cancelled: .cancelled
        }
    }

    /// Whether the same may work later without anybody changing anything.
    package var isPassing: Bool {
        switch self {
        case .unavailable, .timedOut, .store: true
        default: false
        }
    }
}
