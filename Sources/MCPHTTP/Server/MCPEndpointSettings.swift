package import MCP
package import MCPConnection

/// Everything an MCP endpoint over HTTP has to know before the first request.
package struct MCPEndpointSettings: Sendable {
    /// Who is talking to the endpoint.
    package struct Caller: Sendable, Hashable {
        /// Whoever `identify` says; a session is its caller's alone.
        package let identity: String
        /// Legacy: the session; nil in the modern era.
        package let session: String?
    }

    /// Who the server is, what it can do, and which revisions it serves.
    package var configuration: ServerConfiguration
    /// Makes what answers: once per session, or per request in the modern era, where nothing runs beside it.
    package var handlers: @Sendable (Caller) -> ServerHandlers
    /// The header annotations of a tool; nil for one that is not known.
    package var toolHeaders: @Sendable (_ tool: String) -> ToolHeaders?
    /// Which hosts and web pages may call.
    package var gate: RequestGuard
    /// What one posted message may measure, and how much may wait unread.
    package var limits: ChannelLimits
    /// How much of a legacy stream can be given again.
    package var replay: ReplayBounds
    /// Legacy sessions at a time; beyond that those without a stream make room, oldest first.
    package var sessionLimit: Int
    /// A legacy session that nobody uses for so long is ended, sooner where others need the room.
    package var sessionIdleBound: Duration
    /// How long a call may take before its response begins, as an event stream.
    package var patience: Duration
    /// The pause after which a silent event stream says that it is still there.
    package var keepAlive: Duration
    /// Legacy: the pause clients are asked to make before they take a broken stream up again.
    package var retry: Duration

    /// Describes an endpoint; configuration and handlers are needed.
    package init(
        configuration: ServerConfiguration,
        handlers: @escaping @Sendable (Caller) -> ServerHandlers,
        toolHeaders: @escaping @Sendable (_ tool: String) -> ToolHeaders? = { _ in nil },
        gate: RequestGuard = RequestGuard(),
        limits: ChannelLimits = ChannelLimits(),
        replay: ReplayBounds = ReplayBounds(),
        sessionLimit: Int = 1_000,
        sessionIdleBound: Duration = .seconds(3_600),
        patience: Duration = .seconds(1),
        keepAlive: Duration = .seconds(15),
        retry: Duration = .seconds(1)
    ) {
        self.configuration = configuration
        self.handlers = handlers
        self.toolHeaders = toolHeaders
        self.gate = gate
        self.limits = limits
        self.replay = replay
        self.sessionLimit = sessionLimit
        self.sessionIdleBound = sessionIdleBound
        self.patience = patience
        self.keepAlive = keepAlive
        self.retry = retry
    }
}
