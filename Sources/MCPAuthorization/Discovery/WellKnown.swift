package import MCPHTTP

/// Where metadata may be, in the order in which it is looked for.
package enum WellKnown {
    /// Protected resource metadata (RFC 9728): with the path of the server inserted, then at the root.
    package static func resource(of server: HTTPAddress) -> [HTTPAddress] {
        let root = HTTPAddress(origin: server.origin, path: "/.well-known/oauth-protected-resource")
        let path = trimmed(server.path)
        guard !path.isEmpty else { return [root] }
        return [HTTPAddress(origin: server.origin, path: root.path + path), root]
    }

    /// Authorization server metadata (RFC 8414 and OpenID Connect discovery) of an issuer.
    package static func server(of issuer: HTTPAddress) -> [HTTPAddress] {
        let path = trimmed(issuer.path)
        let oauth = "/.well-known/oauth-authorization-server"
        let openID = "/.well-known/openid-configuration"
        let paths = path.isEmpty ? [oauth, openID] : [oauth + path, openID + path, path + openID]
        return paths.map { HTTPAddress(origin: issuer.origin, path: $0) }
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
