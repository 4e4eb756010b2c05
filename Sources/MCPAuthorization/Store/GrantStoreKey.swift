package import MCPHTTP

/// What something in a `GrantStore` belongs to.
package enum GrantStoreKey: Sendable, Hashable {
    case grant(server: HTTPAddress)
    case registration(issuer: String)
    /// Which authorization server the credentials of a client belong to.
    case binding(server: HTTPAddress, clientID: String)

    /// The key as text; no two keys have the same.
    package var text: String {
        switch self {
        case .grant(let server): "grant \(server)"
        case .registration(let issuer): "registration \(issuer)"
        case .binding(let server, let clientID): "binding \(server) \(clientID)"
        }
    }
}
