import Synchronization

/// The legacy sessions of an endpoint.
final class HTTPSessionTable: Sendable {
    private struct State {
        var sessions: [String: HTTPSession] = [:]
    }

    private let limit: Int
    private let idleBound: Duration
    private let state = Mutex(State())

    init(limit: Int, idleBound: Duration) {
        self.limit = max(1, limit)
        self.idleBound = idleBound
    }

    var count: Int { state.withLock(\.sessions.count) }

    /// The session of that name, for its owner only: to everybody else it does not exist.
    func session(_ id: String, for identity: String) -> HTTPSession? {
        state.withLock { $0.sessions[id] }.flatMap { $0.identity == identity ? $0 : nil }
    }

    /// Adds a session; where there are too many, those that are not in use make room, the idlest first.
    /// - Returns: the sessions to end.
    func add(_ session: HTTPSession, now: Duration) -> [HTTPSession] {
        state.withLock { state in
            var ended: [HTTPSession] = []
            if state.sessions.count >= limit {
                let idle = state.sessions.values.filter { !$0.isBusy }.map { ($0.lastUse, $0) }.sorted { $0.0 < $1.0 }
                let surplus = state.sessions.count + 1 - limit
                ended = idle.enumerated()
                    .filter { $0.offset < surplus || now - $0.element.0 > idleBound }
                    .map(\.element.1)
            }
            for session in ended { state.sessions[session.id] = nil }
            state.sessions[session.id] = session
            return ended
        }
    }

    /// Takes out the sessions that nobody has used for too long: not every client says that it goes.
    /// - Returns: the sessions to end.
    func takeExpired(now: Duration) -> [HTTPSession] {
        state.withLock { state in
            let expired = state.sessions.values.filter { !$0.isBusy && now - $0.lastUse > idleBound }
            for session in expired { state.sessions[session.id] = nil }
            return expired
        }
    }

    func remove(_ session: HTTPSession) {
        state.withLock { $0.sessions[session.id] = nil }
    }

    func removeAll() -> [HTTPSession] {
        state.withLock { state in
            defer { state.sessions = [:] }
            return Array(state.sessions.values)
        }
    }
}
