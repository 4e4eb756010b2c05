package import MCPAuthorization

/// Why a scenario could not be played to its end.
package enum PlayError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no scenario of that name.
    case unknown(String)
    /// The scenario is about authorization, and the player was given nothing to authorize with.
    case needsAuthorization(String)
    /// There is no token that the server takes.
    case unauthorized(AuthorizationFault)
    /// The server does not offer what the scenario is about.
    case missing(String)
    /// The context is not JSON.
    case context(String)

    /// One sentence that says what to do.
    package var description: String {
        switch self {
        case .unknown(let name):
            "there is no scenario \(name): it is one of "
                + ClientScenario.allCases.map(\.rawValue).joined(separator: ", ")
        case .needsAuthorization(let name): "the scenario \(name) needs an authorizer, and this client has none"
        case .unauthorized(let fault): "the server does not let us in: \(fault)"
        case .missing(let name): "there is no \(name)"
        case .context(let reason): "MCP_CONFORMANCE_CONTEXT is not JSON: \(reason)"
        }
    }
}
