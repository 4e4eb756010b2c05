package import MCP
package import MCPConnection

extension EverythingServer {
    /// Serves one client over any channel until it closes its side.
    /// - Returns: every rule the client broke, up to 1,000.
    package func serve(_ offer: RevisionOffer = .all, over channel: any MessageChannel) async -> [ProtocolViolation] {
        await MCPConnection.serve(Self.configuration(offer), over: channel, handlers: lastingHandlers)
    }

    /// Serves the client that started this process, over standard input and output.
    /// - Throws: `ResourceShortage`.
    package func serveStandardStreams(_ offer: RevisionOffer = .all) async throws(ResourceShortage) {
        _ = try await MCPConnection.serveStandardStreams(
            Self.configuration(offer),
            ending: .dropsCalls,
            handlers: lastingHandlers
        )
    }
}
