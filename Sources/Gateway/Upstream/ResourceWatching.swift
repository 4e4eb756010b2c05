import MCP
import MCPConnection

/// Which resources of one integration somebody watches, and who waits for the integration to agree.
struct ResourceWatching: Sendable {
    private var byWatcher: [String: Set<String>] = [:]
    private var waiting: [OneShot<ErrorObject?>] = []
    /// Wakes whoever tells the integration; nil while there is no connection.
    var bell: AsyncStream<Void>.Continuation?
    /// Arrives when the subscription that was asked for last is acknowledged.
    var acknowledged = OneShot<Void>()

    /// Everything that anybody watches.
    var wanted: Set<String> { byWatcher.values.reduce(into: []) { $0.formUnion($1) } }

    /// Notes what a watcher wants; nil when that changes nothing for the integration.
    mutating func set(_ uris: Set<String>, for watcher: String) -> OneShot<ErrorObject?>? {
        let before = wanted
        byWatcher[watcher] = uris.isEmpty ? nil : uris
        guard wanted != before else { return nil }
        let turn = OneShot<ErrorObject?>()
        waiting.append(turn)
        return turn
    }

    /// What is wanted now, and who waits for it.
    mutating func takeTurn() -> (wanted: Set<String>, waiting: [OneShot<ErrorObject?>]) {
        defer { waiting = [] }
        return (wanted, waiting)
    }

    /// The connection is over; what is wanted stays for the next.
    mutating func disconnect() -> [OneShot<ErrorObject?>] {
        defer { waiting = [] }
        bell?.finish()
        bell = nil
        return waiting
    }
}
