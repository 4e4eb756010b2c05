package import JSON
package import MCP

/// On whose behalf something is asked of an integration, and the way back to him while it is being answered.
package struct UpstreamCaller: Sendable {
    /// Equal for calls whose questions and messages may be mixed up without harm: those of one client's session.
    package var conversation: String
    /// What the client declared.
    package var capabilities: ClientCapabilities
    /// The revision that the client speaks; nil for who speaks none.
    package var revision: ProtocolRevision?
    /// The least severe log message the client wants; nil leaves it to the integration.
    package var logLevel: LoggingLevel?
    /// Called for every report, in order; nil where none is wanted.
    ///
    /// Must not block.
    package var onProgress: (@Sendable (Progress) -> Void)?
    /// Called for every message that belongs to the call, in order; nil where none is wanted.
    ///
    /// Must not block.
    package var onNotification: (@Sendable (MCP.Notification) -> Void)?
    /// Asks the client what an integration with sessions asks in the middle of a call.
    package var ask: @Sendable (Request) async -> Result<JSONObject, ErrorObject>

    /// Describes a caller; by default one who can be neither asked nor told anything.
    package init(
        conversation: String,
        capabilities: ClientCapabilities = .none,
        revision: ProtocolRevision? = nil,
        logLevel: LoggingLevel? = nil,
        onProgress: (@Sendable (Progress) -> Void)? = nil,
        onNotification: (@Sendable (MCP.Notification) -> Void)? = nil,
        ask: @escaping @Sendable (Request) async -> Result<JSONObject, ErrorObject> = {
            .failure(.methodNotFound($0.method))
        }
    ) {
        self.conversation = conversation
        self.capabilities = capabilities
        self.revision = revision
        self.logLevel = logLevel
        self.onProgress = onProgress
        self.onNotification = onNotification
        self.ask = ask
    }
}
