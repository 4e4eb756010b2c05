/// What the authorization server saw, for tests and for people who watch.
package enum OAuthEvent: Sendable, Hashable {
    case metadata(path: String)
    case registered(clientID: String, applicationType: String?, grantTypes: [String])
    case authorized(clientID: String, scope: String?, resource: String?)
    case token(grantType: String, clientID: String, authentication: String, resource: String?, scope: String?)
    case refused(error: String, at: String)
    case revoked
}
