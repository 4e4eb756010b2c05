import MCPHTTP

extension AuthorizationFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .loginNeeded: "a login is needed"
        case .loginExpired: "the login is over: log in again"
        case .tokenRefused: "the server refuses a token that was just issued for it"
        case .scopeRefused(let scopes): "the server wants more than a login gives: \(scopes)"
        case .declined(let error): "the login was declined (\(error))"
        case .clientRefused(let error): "the authorization server does not accept this client (\(error))"
        case .badCallback(let fault): "the callback of the login cannot be used (\(fault.rawValue))"
        case .badMetadata(let fault): "the server's authorization metadata cannot be used: \(fault)"
        case .refusedAddress(let refusal): "\(refusal)"
        case .issuerChanged(let from, let to):
            "the server now uses the authorization server \(to), and the client was registered with \(from): register anew"
        case .noClientIdentity:
            "the authorization server offers no registration: configure a client id that was registered with it"
        case .unavailable(let status?): "the authorization server answered with status \(status): try again later"
        case .unavailable(nil): "the authorization server cannot be reached: try again later"
        case .store(let words): "credentials cannot be read or written: \(words)"
        case .timedOut: "the authorization server took too long"
        case .cancelled: "given up by our side"
        }
    }
}

extension AuthorizationFault.MetadataFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let address): "\(address.origin)\(address.path) is no such document"
        case .missing(let member): "\(member) is missing or of the wrong type"
        case .foreignResource(let resource): "it is about \(resource.debugDescription), which is another server"
        case .foreignIssuer(let expected, let found):
            "it names the issuer \(found.debugDescription), expected was \(expected.debugDescription)"
        case .noAuthorizationServer: "no authorization server is named"
        case .noServerMetadata(let issuer): "\(issuer.debugDescription) publishes no metadata"
        case .noProofKey: "the authorization server does not offer PKCE with S256"
        case .noPossession: "the authorization server binds no tokens to keys with \(PossessionKey.algorithm) (DPoP)"
        case .unsupportedAuthentication(let methods):
            "the token endpoint wants one of \(methods.joined(separator: ", ")), none of which is at hand"
        }
    }
}
