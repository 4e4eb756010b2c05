/// Whose duty a requirement is.
package enum RequirementParty: String, CaseIterable, Sendable {
    /// Whoever asks for tools.
    case client
    /// Whoever offers them.
    case server
    /// Either side.
    case both
    /// Whoever issues tokens.
    case authorizationServer = "authorization-server"
}
