package import JSON
package import MCPHTTP

/// What an MCP server says about who issues its tokens (RFC 9728).
package struct ResourceMetadata: Sendable, Hashable {
    /// The resource identifier as written: it is sent back so.
    package var resource: String
    /// Issuer identifiers as written, in the server's order.
    package var authorizationServers: [String]
    /// Nil when the document does not say.
    package var scopes: ScopeSet?
    /// Whether the server takes, or only takes, tokens that are bound to a key.
    package var wantsPossession = false

    /// Metadata from its parts, unchecked.
    package init(resource: String, authorizationServers: [String], scopes: ScopeSet? = nil) {
        self.resource = resource
        self.authorizationServers = authorizationServers
        self.scopes = scopes
    }

    /// Reads a document, which must be about the server that is spoken to, or about a path above it.
    package init(_ json: JSONValue, server: HTTPAddress) throws(AuthorizationFault) {
        guard let resource = json["resource"]?.stringValue else { throw .badMetadata(.missing(member: "resource")) }
        guard Self.covers(resource, server) else { throw .badMetadata(.foreignResource(resource)) }
        let servers = (json["authorization_servers"]?.arrayValue ?? []).compactMap(\.stringValue)
        guard !servers.isEmpty else { throw .badMetadata(.noAuthorizationServer) }
        let scopes = json["scopes_supported"]?.arrayValue.map { ScopeSet($0.compactMap(\.stringValue)) }
        self.init(resource: resource, authorizationServers: servers, scopes: scopes)
        let algorithms = json["dpop_signing_alg_values_supported"]?.arrayValue ?? []
        wantsPossession =
            json["dpop_bound_access_tokens_required"]?.boolValue == true
            || algorithms.contains(.string(PossessionKey.algorithm))
    }

    /// Whether a resource identifier means the server at an address: the same origin, and its path or one above it.
    package static func covers(_ resource: String, _ server: HTTPAddress) -> Bool {
        guard let identified = try? HTTPAddress(resource), !resource.contains("#"),
            identified.origin == server.origin, identified.query == nil || identified.query == server.query
        else { return false }
        let above = identified.path.hasSuffix("/") ? identified.path : identified.path + "/"
        let path = server.path.hasSuffix("/") ? server.path : server.path + "/"
        return path.hasPrefix(above)
    }

    /// The canonical identifier of a server that publishes none: its address, without the slash of an empty path.
    package static func identifier(of server: HTTPAddress) -> String {
        server.target == "/" ? server.origin.description : server.description
    }
}
