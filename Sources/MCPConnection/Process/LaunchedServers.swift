import Glibc
import Synchronization

/// The servers that this process has started and not yet reaped, by id: whoever else is its child, a server has left.
enum LaunchedServers {
    private struct State {
        var ids: Set<Int32> = []
        /// Started, and not yet known by their ids.
        var launching = 0
        /// Nobody waits for their end any more.
        var left: Set<Int32> = []
    }

    private static let state = Mutex(State())

    /// Notes the server that is started by the body, unless its reason for starting none is not 0.
    static func launch(_ body: () -> (pid: Int32, errno: Int32)) -> (pid: Int32, errno: Int32) {
        reapLeft()
        state.withLock { $0.launching += 1 }
        let result = body()
        state.withLock { state in
            state.launching -= 1
            if result.errno == 0 { state.ids.insert(result.pid) }
        }
        return result
    }

    /// Whether it is certainly one of them.
    static func contains(_ pid: Int32) -> Bool { state.withLock { $0.ids.contains(pid) } }

    /// Whether it is one of them, or may be: one that is being started is not known by its id yet.
    static func mayContain(_ pid: Int32) -> Bool {
        state.withLock { $0.launching > 0 || $0.ids.contains(pid) }
    }

    /// Has the kernel forget it; one that is not waited for, for it may not end soon, when another is started.
    static func reap(_ pid: Int32, waiting: Bool) {
        guard waiting else {
            state.withLock { _ = $0.left.insert(pid) }
            return reapLeft()
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        state.withLock { _ = $0.ids.remove(pid) }
    }

    private static func reapLeft() {
        state.withLock { state in
            for pid in state.left {
                var status: Int32 = 0
                guard waitpid(pid, &status, WNOHANG) != 0 else { continue }
                state.left.remove(pid)
                state.ids.remove(pid)
            }
        }
    }
}
