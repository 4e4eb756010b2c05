import HummingbirdCore
import MCPConnection
import NIOCore
import Synchronization

/// The connections that a server has accepted and does not serve yet.
///
/// SwiftNIO ends the program when the last reference to a connection goes before somebody has served or closed it, and
/// that is what becomes of those that wait for their turn when the accepting task is cancelled. So they are held here.
final class AcceptedConnections: Sendable {
    typealias Connection = HTTP1Channel.Value

    private struct State {
        var isOver = false
        /// Being set up at this moment.
        var arriving = 0
        var waiting: [ObjectIdentifier: Connection] = [:]
    }

    private let state = Mutex(State())
    private let allArrived = OneShot<Void>()

    /// Says that a connection is about to be set up; false when nobody would serve it any more.
    func admit() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.arriving += 1
            return true
        }
    }

    /// Holds an admitted connection; nil says that it could not be set up.
    func arrived(_ connection: Connection?) {
        let isLast = state.withLock { state in
            state.arriving -= 1
            if let connection { state.waiting[ObjectIdentifier(connection.channel)] = connection }
            return state.isOver && state.arriving == 0
        }
        if isLast { allArrived.fire() }
    }

    /// Lets go of a connection because it is served from now on; false when it is over already.
    func take(_ connection: Connection) -> Bool {
        state.withLock { $0.waiting.removeValue(forKey: ObjectIdentifier(connection.channel)) != nil }
    }

    /// Takes no more, and closes those that wait and those that are being set up.
    func close() async {
        // Shielded: a server that was cancelled would wait for no arrival, and the program would end with the next one.
        await Task { await self.drain() }.value
    }

    private func drain() async {
        let isArriving = state.withLock { state in
            state.isOver = true
            return state.arriving > 0
        }
        if isArriving { await allArrived.wait() }
        let waiting = state.withLock { state in
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for connection in waiting {
            // It was closed by the other side already; what counts is that it is put away.
            try? await connection.executeThenClose { _, _ in }
        }
    }
}
