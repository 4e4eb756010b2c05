import Synchronization

/// The servers that this process has started and not yet reaped, by id: whoever else is its child, a server has left.
enum LaunchedServers {
    private static let ids = Mutex<Set<Int32>>([])

    /// Notes a server for as long as the body takes.
    static func including<Value>(_ pid: Int32, _ body: () async -> Value) async -> Value {
        ids.withLock { _ = $0.insert(pid) }
        defer { ids.withLock { _ = $0.remove(pid) } }
        return await body()
    }

    /// Whether it is one of them.
    static func contains(_ pid: Int32) -> Bool { ids.withLock { $0.contains(pid) } }
}
