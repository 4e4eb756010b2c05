import MCP

/// How the handshake of the client session came out.
enum ConversationHandshake: Sendable {
    case ready(ServerDescription)
    case failed(ClientFailure)
    /// The server did not survive the probe: go on in a fresh process.
    case respawn
}
