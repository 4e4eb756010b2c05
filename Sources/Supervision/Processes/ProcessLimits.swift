import Glibc

/// Limits of single processes: what holds where no control group is ours. They pass on to what a process starts.
enum ProcessLimits {
    private typealias Function =
        @convention(c) (Int32, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) ->
        Int32

    private static let function: Function? = dlsym(nil, "prlimit").map { unsafeBitCast($0, to: Function.self) }

    /// Private memory that is written to, and processes of our user: as many as there are now and so many more.
    static func apply(_ limits: ResourceLimits, to pid: Int32) {
        if let bytes = limits.memoryInBytes { set(2, UInt(bytes), pid) }
        guard let processes = limits.processes, geteuid() != 0 else { return }
        // The limit counts all that the user runs: a server must not be stopped by what others of the user do later.
        set(6, UInt(ownTasks() + processes * 8), pid)
    }

    private static func set(_ resource: Int32, _ value: UInt, _ pid: Int32) {
        guard let function else { return }
        var now = rlimit()
        guard function(pid, resource, nil, &now) == 0, now.rlim_max == rlim_t.max || now.rlim_max > value else {
            return
        }
        var new = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        _ = function(pid, resource, &new, nil)
    }

    /// Processes and threads of our user.
    private static func ownTasks() -> Int {
        guard let directory = opendir("/proc") else { return 0 }
        defer { closedir(directory) }
        var count = 0
        while let item = readdir(directory) {
            let name = withUnsafeBytes(of: item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard Int32(name) != nil, stat("/proc/\(name)/task", &status) == 0, status.st_uid == geteuid() else {
                continue
            }
            // A folder has two links of its own, and one for each thread in it.
            count += max(1, Int(status.st_nlink) - 2)
        }
        return count
    }
}
