import JSON
import Registry

extension LintRule {
    /// A credential that nobody can configure is always missing.
    static let credential = LintRule(
        "REG-CREDENTIAL",
        "A server that needs a key or token has a variable for it, and one without credentials has no secret.",
        severity: { _ in .warning }
    ) { subject in
        subject.servers.compactMap { item in
            let kind = subject.entry.auth(of: item.server).kind
            let place = item.server.auth == nil ? JSONPointer(tokens: ["auth"]) : item.place.appending("auth")
            let credentials = item.fields.filter { $0.isSecret || $0.kind == .path || $0.kind == .json }
            switch kind {
            case .apiKey, .bearer, .serviceAccount:
                guard credentials.isEmpty, item.server.kind != .command else { return nil }
                return EntryFault(
                    place,
                    "is \(kind.rawValue), but nothing secret can be configured for \(item.server.id)",
                    fix: "describe the credential in configSchema, or take it up in the server's env"
                )
            case .none:
                guard let secret = credentials.first(where: { $0.isSecret && $0.isRequired }) else { return nil }
                return EntryFault(place, "is none, but \(secret.name) is a required secret", fix: "say how it is used")
            case .oauth2:
                return nil
            }
        }
    }
}
