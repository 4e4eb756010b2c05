package import MCP

/// The way to a server: starts a fresh one for each conversation and ends it afterwards, whatever happened.
///
/// Its twin in memory is `MemoryHost`; over HTTP nothing is started, and a conversation is a connection of its own.
package protocol ServerHost: Sendable {
    /// Starts a server, runs the body with it, and ends it on every path.
    ///
    /// - Parameter body: The conversation; the server is valid only inside.
    /// - Returns: How it went. A server that cannot be started is a result, not an error.
    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome

    /// The same, told which revisions the conversation will offer: over HTTP they decide how the era is looked for.
    func withServer(
        offering offer: RevisionOffer,
        _ body: @Sendable (HostedServer) async -> Void
    ) async -> HostingOutcome

    /// Whether a server that does not answer the probe may be an old one; over HTTP silence says nothing.
    var silenceMeansLegacy: Bool { get }
}

extension ServerHost {
    /// Where the offer changes nothing.
    package func withServer(
        offering offer: RevisionOffer,
        _ body: @Sendable (HostedServer) async -> Void
    ) async -> HostingOutcome {
        await withServer(body)
    }

    /// Over pipes some old servers never answer what they do not know.
    package var silenceMeansLegacy: Bool { true }
}
