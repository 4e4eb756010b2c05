package import JSON

/// Everything a server session has to know before the first message.
package struct ServerConfiguration: Sendable {
    /// Who we say we are.
    package var info: Implementation
    /// What we declare; the session does not check that `methods` keeps the promise.
    package var capabilities: ServerCapabilities
    /// Advice for the model; nil gives none.
    package var instructions: String?
    /// The revisions served; with both eras, each client is served in its own.
    package var offer: RevisionOffer
    /// The methods the owner answers, beside those the session answers itself; others are refused with -32601.
    package var methods: Set<String>
    /// Modern: what a client must have declared for a method to be called at all.
    package var requiredClientCapabilities: [String: ClientCapabilities]
    /// Modern: the hints given with cacheable results whose owner gives none.
    package var caching: CachingHint
    /// What incoming messages may be like.
    package var limits: JSONLimits
    /// Messages a 2025-03-26 batch may hold.
    package var batchLimit: Int

    /// Only the server's own name is required; by default it speaks every revision and answers nothing but the basics.
    package init(
        info: Implementation,
        capabilities: ServerCapabilities = ServerCapabilities(),
        instructions: String? = nil,
        offer: RevisionOffer = .all,
        methods: Set<String> = [],
        requiredClientCapabilities: [String: ClientCapabilities] = [:],
        caching: CachingHint = .none,
        limits: JSONLimits = .init(),
        batchLimit: Int = 100
    ) {
        self.info = info
        self.capabilities = capabilities
        self.instructions = instructions
        self.offer = offer
        self.methods = methods
        self.requiredClientCapabilities = requiredClientCapabilities
        self.caching = caching
        self.limits = limits
        self.batchLimit = batchLimit
    }
}
