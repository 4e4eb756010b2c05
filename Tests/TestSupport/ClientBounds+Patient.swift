package import MCP

extension ClientBounds {
    /// For tests that are not about time: a busy machine must not decide what they find.
    package static let patient = ClientBounds(start: .seconds(50), probe: .seconds(50), handshake: .seconds(50))
}
