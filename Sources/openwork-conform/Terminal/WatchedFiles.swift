import Glibc

/// Files and folders as they look from outside, and a wait for the next change.
struct WatchedFiles: Sendable {
    private let paths: [String]
    private let seen: [String: [Int64]]

    /// Looks at these, folders with all that is in them; what is not there may come.
    init(_ paths: [String]) {
        self.paths = paths
        seen = Self.look(at: paths)
    }

    /// How many files there are.
    var count: Int { seen.count }

    /// Waits until something differs and has come to rest; false when Ctrl-C came first.
    func changed(clock: some Clock<Duration> = ContinuousClock()) async -> Bool {
        await Interrupts.cancelling {
            var last = seen
            while true {
                do {
                    try await clock.sleep(for: .milliseconds(300))
                } catch {
                    return false
                }
                let now = Self.look(at: paths)
                // Editors write in several steps: what just changed is looked at once more.
                if now != seen, now == last { return true }
                last = now
            }
        }
    }

    private static func look(at paths: [String]) -> [String: [Int64]] {
        var marks: [String: [Int64]] = [:]
        for path in paths { look(at: path, depth: 4, &marks) }
        return marks
    }

    private static func look(at path: String, depth: Int, _ marks: inout [String: [Int64]]) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, depth > 0, let folder = opendir(path) else {
            let modified = status.st_mtim
            marks[path] = [
                Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_size), Int64(modified.tv_sec),
                Int64(modified.tv_nsec),
            ]
            return
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { look(at: "\(path)/\(name)", depth: depth - 1, &marks) }
        }
    }
}
