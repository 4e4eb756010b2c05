package import JSON
package import MCP
package import MCPConnection
import Synchronization

/// One integration's server behind the gateway, whichever era it speaks: keeps its lists, and passes requests on.
///
/// It outlives connections. Whoever connects the server gives the client this session's handlers and calls `run`.
package final class UpstreamSession: Sendable {
    struct State {
        var offer: UpstreamOffer
        var client: Client?
        var stale = StaleLists()
        var subscribed = OneShot<Void>()
        /// Whether the lists were asked for, and whether something may have changed since that nobody told.
        var hasRead = false
        var isUncovered = true
        var calls = CallsInFlight()
        /// The level the server was told last; nil before.
        var logLevel: LoggingLevel?
        var watching = ResourceWatching()
        /// Messages that were told to nobody, because it was not clear whose they are, or because they were too many.
        var withheldCount = 0
        /// What all clients may be told that belongs to no call: each message goes to each of them.
        var talk = Pace(burst: 100, rate: 20)
        var conceal: @Sendable (JSONValue) -> JSONValue = { $0 }
    }

    /// What a client has to declare to the server: everything, for whoever is behind us may be able to do it.
    ///
    /// A server of the modern era is told with each request what the very caller can do.
    package static let capabilities = ClientCapabilities([
        "roots": [:], "sampling": [:], "elicitation": ["form": [:], "url": [:]],
    ])

    /// The integration's id.
    package let integration: String

    let time: Timekeeper
    let state: Mutex<State>
    let tell: @Sendable (UpstreamChange) -> Void

    /// A session with no connection yet.
    ///
    /// - Parameters:
    ///   - integration: the integration's id.
    ///   - clock: counts pauses and the time for lists.
    ///   - tell: called for everything that happens; must not block.
    package init<C: Clock<Duration>>(
        integration: String,
        clock: C,
        tell: @escaping @Sendable (UpstreamChange) -> Void
    ) {
        self.integration = integration
        self.tell = tell
        time = Timekeeper(clock)
        state = Mutex(State(offer: UpstreamOffer(integration: integration)))
    }

    /// What it offers, as far as it is known.
    package var offer: UpstreamOffer { state.withLock(\.offer) }

    /// Messages of the server that were told to nobody: several conversations were in flight, or they were too many.
    package var withheldCount: Int { state.withLock(\.withheldCount) }

    /// Answers and hears the server; for the client that connects it.
    package var handlers: ClientHandlers {
        ClientHandlers(
            answer: { await self.answer($0) },
            hear: { self.hear($0) }
        )
    }

    /// Has definitions of tools and prompts go through this as they are listed: a server may put into them what it was
    /// given to keep.
    package func conceal(_ body: @escaping @Sendable (JSONValue) -> JSONValue) {
        state.withLock { $0.conceal = body }
    }

    /// Notes what is known of the integration before and beside what its server lists.
    package func update(_ change: (inout UpstreamOffer) -> Void) {
        let hasChanged = state.withLock { state in
            let before = state.offer
            change(&state.offer)
            return state.offer != before
        }
        if hasChanged { tell(.offer(integration: integration)) }
    }

    /// Serves a connection: reads the lists, keeps them fresh, and lets requests through, until it ends.
    ///
    /// - Parameters:
    ///   - client: connected with this session's handlers and capabilities.
    ///   - cause: why the integration cannot be called afterwards; nil words the end of the connection.
    package func run(_ client: Client, afterwards cause: String? = nil) async {
        await run(open(client), afterwards: cause)
    }

    /// Takes a connection that was opened; requests go over it from now on, and `run` has to serve it.
    ///
    /// Where it is not to read the tools itself at first, somebody has to do that when `settled` has returned, and give
    /// them to the connection.
    package func open(_ client: Client, readsTools: Bool = true) -> OpenedConnection {
        let (bell, ring) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (stale, subscribed) = (StaleLists(), OneShot<Void>())
        if !Self.isTold(of: client) { subscribed.fire() }
        state.withLock { state in
            state.client = client
            state.stale = stale
            state.subscribed = subscribed
            (state.hasRead, state.isUncovered) = (false, true)
            state.logLevel = nil
            state.watching.bell = ring
            state.offer.revision = client.server.revision
            state.offer.capabilities = client.server.capabilities
            state.offer.instructions = client.server.instructions
        }
        ring.yield()
        return OpenedConnection(
            client: client,
            bell: bell,
            stale: stale,
            subscribed: subscribed,
            tools: readsTools ? nil : OneShot()
        )
    }

    /// Serves a connection that was taken before.
    package func run(_ opened: OpenedConnection, afterwards cause: String? = nil) async {
        let client = opened.client
        let end = await withTaskGroup { group in
            group.addTask { await self.keepLists(opened) }
            group.addTask { await self.keepWatching(client, opened.bell) }
            let end = await client.connectionEnded()
            group.cancelAll()
            return end
        }
        let waiting = state.withLock { state in
            state.client = nil
            return state.watching.disconnect()
        }
        for turn in waiting { turn.agreement.fulfil(.unavailable(integration, "has gone")) }
        update { $0.availability = .unavailable(cause ?? Self.words(end)) }
    }

    private static func words(_ end: ConnectionEnd?) -> String {
        switch end {
        case .exited(let status?): "has exited with code \(status)"
        case .exited(nil): "was ended by a signal"
        case .failed(let reason): "was lost: \(reason)"
        case .closed: "has closed its connection"
        case .closedByUs, nil: "is stopped"
        }
    }
}

extension ErrorObject {
    /// What a caller is told whose integration cannot be called; the cause goes on after the integration's name.
    static func unavailable(_ integration: String, _ cause: String) -> ErrorObject {
        ErrorObject(
            .internalError,
            "\(integration) is not available: it \(cause)",
            data: ["integration": .string(integration), "cause": .string(cause)]
        )
    }
}
