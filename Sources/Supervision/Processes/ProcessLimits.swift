import Glibc

/// Limits of single processes, which pass on to what they start: what holds where no control group is ours.
enum ProcessLimits {
    private typealias Function =
        @convention(c) (Int32, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) ->
        Int32

    private static let function: Function? = dlsym(nil, "prlimit").map { unsafeBitCast($0, to: Function.self) }

    /// Private memory that is written to, and processes of our user: as many as run now and so many more.
    static func apply(_ limits: ResourceLimits, to pid: Int32) {
        lowerDescriptors(of: pid)
        if let bytes = limits.memoryInBytes { set(2, UInt(bytes), pid) }
        guard let processes = limits.processes, geteuid() != 0 else { return }
        // The limit counts all that the user runs: a server must not be stopped by what others of the user do later.
        set(6, UInt(tasks() + processes * 8), pid)
    }

    /// Ours are raised; programs that wait with `select` need the usual number, and others raise their own.
    private static func lowerDescriptors(of pid: Int32) {
        guard let function else { return }
        var now = rlimit()
        guard function(pid, 7, nil, &now) == 0, now.rlim_cur > 1_024 else { return }
        now.rlim_cur = 1_024
        _ = function(pid, 7, &now, nil)
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

    /// Processes and threads of this machine, which those of our user are among; read from the load, at no price.
    private static func tasks() -> Int {
        guard let file = fopen("/proc/loadavg", "re") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count > 3 ? words[3].split(separator: "/").last.flatMap { Int($0) } ?? 0 : 0
    }
}
