package import JSON

/// Everything a client session has to know before it opens.
package struct ClientConfiguration: Sendable {
    /// Who we say we are.
    package var info: Implementation
    /// What we can do for servers; requests of servers for anything else are refused.
    package var capabilities: ClientCapabilities
    /// The revisions we speak; with both eras the server is probed first, with one only that is tried.
    package var offer: RevisionOffer
    /// How long the server may take for each thing it owes.
    package var bounds: ClientBounds
    /// What incoming messages may be like.
    package var limits: JSONLimits
    /// Requests that may wait for the handshake; the next one is refused.
    package var queueLimit: Int
    /// Result types of declared extensions, beside `complete` and `input_required`.
    package var extensionResultTypes: Set<String>
    /// Requests of a legacy server that may wait for an answer at once; the next one is refused.
    package var serverRequestLimit: Int
    /// How a modern server is told that a request is given up.
    package var modernCancellation: CancellationSignal
    /// Fresh processes a session may ask for when a server did not survive the probe.
    package var respawnLimit: Int

    /// The two ways to give a request up that transports have.
    package enum CancellationSignal: Sendable, Hashable {
        /// With `notifications/cancelled`: on stdio, and on every other single channel.
        case notification
        /// By the owner, who closes the request's own stream when the request completes: over HTTP.
        case closedStream
    }

    /// Only the client's own name is required; by default it speaks every revision and declares nothing.
    package init(
        info: Implementation,
        capabilities: ClientCapabilities = .none,
        offer: RevisionOffer = .all,
        bounds: ClientBounds = ClientBounds(),
        limits: JSONLimits = .init(),
        queueLimit: Int = 256,
        extensionResultTypes: Set<String> = [],
        respawnLimit: Int = 1,
        serverRequestLimit: Int = 64,
        modernCancellation: CancellationSignal = .notification
    ) {
        self.info = info
        self.capabilities = capabilities
        self.offer = offer
        self.bounds = bounds
        self.limits = limits
        self.queueLimit = queueLimit
        self.extensionResultTypes = extensionResultTypes
        self.respawnLimit = respawnLimit
        self.serverRequestLimit = serverRequestLimit
        self.modernCancellation = modernCancellation
    }
}
