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

    /// Adds a session; those that have been idle too long, or the idlest one when there are too many, make room.
    /// - Returns: the sessions to end.
    func add(_ session: HTTPSession, now: Duration) -> [HTTPSession] {
        state.withLock { state in
            var idle = state.sessions.values.filter { !$0.isBusy }.sorted { $0.lastUse < $1.lastUse }
            let expired = idle.prefix { now - $0.lastUse > idleBound }
            idle.removeFirst(expired.count)
            let surplus = state.sessions.count - expired.count + 1 - limit
            let ended = expired + idle.prefix(max(0, surplus))
            for session in ended { state.sessions[session.id] = nil }
            state.sessions[session.id] = session
            return Array(ended)
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
