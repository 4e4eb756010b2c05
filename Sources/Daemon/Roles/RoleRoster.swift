import MCPConnection
import Synchronization

/// The roles that are served now; tells those who look after each of them when there are others.
final class RoleRoster: Sendable {
    private struct State {
        var roles: [String: ServedRole] = [:]
        var bell = OneShot<Void>()
    }

    private let state = Mutex(State())

    subscript(id: String) -> ServedRole? { state.withLock { $0.roles[id] } }

    var all: [ServedRole] { state.withLock { Array($0.roles.values) } }

    /// Serves exactly these roles; what is made for an id stays as long as the id is wanted.
    func set(_ ids: [String], make: (String) -> ServedRole) {
        // Made outside of the lock; only one task at a time changes who is served.
        let known = state.withLock(\.roles)
        let wanted = Dictionary(ids.map { ($0, known[$0] ?? make($0)) }) { first, _ in first }
        let bell = state.withLock { state in
            state.roles = wanted
            defer { state.bell = OneShot() }
            return state.bell
        }
        bell.fire()
        for (id, role) in known where wanted[id] == nil { role.isOver.fire() }
    }

    /// Works for each role from now until it is over or the task is cancelled.
    func forEach(_ work: @escaping @Sendable (ServedRole) async -> Void) async {
        await withDiscardingTaskGroup { group in
            var begun: Set<ObjectIdentifier> = []
            while !Task.isCancelled {
                let (roles, bell) = state.withLock { ($0.roles, $0.bell) }
                for role in roles.values where !begun.contains(ObjectIdentifier(role)) {
                    group.addTask { _ = await role.isOver.unlessFired { await work(role) } }
                }
                // Those that are over are let go, so that the set holds no more than there are.
                begun = Set(roles.values.map { ObjectIdentifier($0) })
                _ = await bell.wait()
            }
        }
    }
}
