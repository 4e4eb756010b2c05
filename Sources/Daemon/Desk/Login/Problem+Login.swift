import DaemonAPI
import MCPAuthorization

extension Problem {
    /// What whoever wanted to log in is told; nothing of it comes from the vendor's answers.
    init(_ fault: AuthorizationFault, of id: String, redirectURI: String) {
        let again = "begin it anew: openwork login \(id)"
        switch fault {
        case .noClientIdentity:
            self.init(
                422,
                "application_needed",
                "the vendor of \(id) takes no applications that register themselves",
                fix: "make an application at the vendor, with \(redirectURI) as its redirect address, "
                    + "then: openwork login \(id) --client-id ID"
            )
        case .clientRefused:
            self.init(
                422,
                "application_refused",
                "\(id): \(fault)",
                fix: "check the application at the vendor and its redirect address \(redirectURI), then \(again)"
            )
        case .badMetadata(.noAuthorizationServer), .badMetadata(.noServerMetadata):
            self.init(
                422,
                "no_login",
                "\(id) names nobody to log in at: \(fault)",
                fix: "check its address, or give it a credential: openwork configure \(id)"
            )
        case .issuerChanged:
            self.init(
                409,
                "issuer_changed",
                "\(id): \(fault)",
                fix: "make an application at the new one, then: openwork login \(id) --client-id ID"
            )
        case .declined: self.init(422, "login_declined", "\(id): \(fault)", fix: again)
        case .badCallback:
            self.init(422, "bad_callback", "\(id): \(fault)", fix: "paste the whole address, or \(again)")
        case .refusedAddress:
            self.init(422, "address_refused", "\(id): \(fault)", fix: "ask whoever runs the server of \(id)")
        case .store:
            self.init(503, "vault_unusable", "\(id): \(fault)", fix: "see the daemon's log, and the key of the vault")
        default: self.init(424, "login_failed", "\(id): \(fault)", fix: again)
        }
    }
}
