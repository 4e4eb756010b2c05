extension OAuthEvent: CustomStringConvertible {
    /// One line for whoever watches, without a secret in it.
    package var description: String {
        switch self {
        case .metadata(let path): "metadata was read at \(path)"
        case .registered(let client, let type, let grants):
            "\(client) registered as \(type ?? "an application of no type") for \(grants.joined(separator: ", "))"
        case .authorized(let client, let scope, let resource):
            "a user agreed that \(client) may use \(resource ?? "anything") with \(scope.map { "scope \($0)" } ?? "no scope")"
        case .token(let grant, let client, let authentication, _, _):
            "\(client) asked for a token with \(grant), proving itself with \(authentication)"
        case .refused(let error, let path): "\(path) refused with \(error)"
        case .revoked: "a login was given back"
        }
    }
}
