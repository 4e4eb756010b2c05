import MCPAuthorization
import Registry

/// A server that is run with a log-in: in the form that needs no key, and with what keeps its tokens.
struct LoginSession: Sendable {
    let entry: Integration
    let server: IntegrationServer
    let authorizer: OAuthAuthorizer
}
