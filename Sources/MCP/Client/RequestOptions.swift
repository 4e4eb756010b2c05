/// How one request is to be treated.
package struct RequestOptions: Sendable, Hashable {
    /// How long a request may take.
    package enum TimeLimit: Sendable, Hashable {
        /// The session's own bound.
        case standard
        case within(Duration)
        /// For requests that stay open, such as `subscriptions/listen`.
        case none
    }

    /// How long the answer may take.
    package var timeLimit: TimeLimit
    /// Asks the server for progress; each notification extends the time limit up to the session's absolute bound.
    package var wantsProgress: Bool
    /// Modern era: the least severe log message wanted while the request runs; nil wants none.
    package var logLevel: LoggingLevel?
    /// Modern era: what this request declares that the client can do; nil for what the session declares.
    ///
    /// For whoever asks on behalf of somebody else, whose capabilities are not his own.
    package var capabilities: ClientCapabilities?
    /// Whether the session adds what its era requires under `_meta`; checks of refusals send requests without it.
    package var addsMetadata: Bool

    /// By default: the session's bound, no progress, no log messages, and sound metadata.
    package init(
        timeLimit: TimeLimit = .standard,
        wantsProgress: Bool = false,
        logLevel: LoggingLevel? = nil,
        capabilities: ClientCapabilities? = nil,
        addsMetadata: Bool = true
    ) {
        self.timeLimit = timeLimit
        self.capabilities = capabilities
        self.addsMetadata = addsMetadata
        self.wantsProgress = wantsProgress
        self.logLevel = logLevel
    }
}
