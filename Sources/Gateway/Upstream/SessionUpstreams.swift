package import MCP
import MCPConnection
import Synchronization

/// Integrations behind sessions that somebody else opens and keeps: the simplest implementation of the seam.
package final class SessionUpstreams: Upstreams {
    private let sessions = Mutex<[String: UpstreamSession]>([:])
    private let feed = MergingFeed<UpstreamChange>()

    private let make: @Sendable (String, @escaping @Sendable (UpstreamChange) -> Void) -> UpstreamSession

    /// Nothing is connected; the clock is that of all sessions.
    package init<C: Clock<Duration>>(clock: C) {
        make = { UpstreamSession(integration: $0, clock: clock, tell: $1) }
    }

    /// The session of an integration, made when it is asked for first; whoever connects the integration runs it.
    package func session(of integration: String) -> UpstreamSession {
        let fresh = make(integration) { [feed] in feed.publish($0) }
        let session = sessions.withLock { sessions in
            if let known = sessions[integration] { return known }
            sessions[integration] = fresh
            return fresh
        }
        if session === fresh { feed.publish(.offer(integration: integration)) }
        return session
    }

    /// Those of all sessions that were ever asked for.
    package func offers() -> [UpstreamOffer] {
        sessions.withLock { Array($0.values) }.map(\.offer)
    }

    /// What any of the sessions tells.
    package func changes() -> AsyncStream<UpstreamChange> { feed.subscribe() }

    /// Leaves it to the session of the integration.
    package func perform(_ request: UpstreamRequest) async -> UpstreamAnswer {
        guard let session = sessions.withLock({ $0[request.integration] }) else { return .absent("is not configured") }
        return await session.perform(request)
    }

    /// Leaves it to the session of the integration.
    package func watch(
        _ adding: Set<String>,
        notLonger removing: Set<String>,
        of integration: String
    ) async -> ErrorObject? {
        guard let session = sessions.withLock({ $0[integration] }) else {
            return .invalidParams("\(integration) is not configured")
        }
        return await session.watch(adding, notLonger: removing)
    }
}
