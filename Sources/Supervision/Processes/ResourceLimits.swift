/// What the processes of one server may take of this machine; nil leaves one unlimited.
///
/// With a delegated cgroup the limits hold for everything that the server starts, and are exact. Without one they are
/// limits of each process, which the kernel does not apply to a daemon that runs as root (`processes`).
package struct ResourceLimits: Sendable, Hashable {
    /// Memory in bytes; a server that wants more gets none, or is ended by the kernel.
    package var memoryInBytes: Int64?
    /// Processes and threads together.
    package var processes: Int?

    /// 4 GiB and 512 processes, unless given.
    package init(memoryInBytes: Int64? = 4 << 30, processes: Int? = 512) {
        self.memoryInBytes = memoryInBytes
        self.processes = processes
    }

    /// No limits.
    package static let none = ResourceLimits(memoryInBytes: nil, processes: nil)
}
