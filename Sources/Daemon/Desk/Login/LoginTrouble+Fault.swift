import MCPAuthorization
import Supervision

extension LoginTrouble {
    /// What a fault of a log-in means for whoever uses the server; nil for what says nothing about it.
    init?(_ fault: AuthorizationFault) {
        switch fault {
        case .cancelled: return nil
        case .scopeRefused(let scopes): self = .scopes(scopes.names)
        case .unavailable, .timedOut, .store, .badMetadata, .refusedAddress: self = .passing("\(fault)")
        case .loginNeeded, .loginExpired, .tokenRefused, .declined, .clientRefused, .badCallback, .issuerChanged,
            .noClientIdentity:
            self = .over("\(fault)")
        }
    }
}
