import Glibc
import MCPConnection

/// A running process as the kernel shows it to its owner.
struct ProcessView {
    let pid: Int32

    /// The variables that its program found; nil when it is gone already.
    var environment: [String: String]? {
        guard let text = text(of: "environ"), !text.isEmpty else { return nil }
        let pairs = text.split(separator: 0).map { line -> (String, String) in
            let text = String(decoding: line, as: UTF8.self)
            let name = text.prefix { $0 != "=" }
            return (String(name), String(text.dropFirst(name.count + 1)))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The words of its command line; nil when it is gone already.
    var commandLine: [String]? {
        guard let text = text(of: "cmdline"), !text.isEmpty else { return nil }
        return text.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The most memory that its program held so far; nil when it is gone already.
    var peakMemoryInKiB: Int? {
        guard let text = text(of: "status") else { return nil }
        let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
    }

    /// Living processes of these sessions, and those that bear the mark of the process that started them.
    static func survivors(ofSessions sessions: Set<Int32>, mark: String?) -> Int {
        guard let folder = opendir("/proc") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let pid = Int32(name) else { continue }
            let view = ProcessView(pid: pid)
            guard let standing = view.standing, !"ZX".contains(standing.state) else { continue }
            let isMarked = mark != nil && view.environment?[StdioServer.processMarker] == mark
            if sessions.contains(standing.session) || isMarked { count += 1 }
        }
        return count
    }

    /// Its state in a letter, and its session; nil when it is gone.
    private var standing: (state: Character, session: Int32)? {
        guard let text = text(of: "stat") else { return nil }
        // The name of the program stands in brackets, and may hold any.
        let fields = String(decoding: text, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 3, let state = fields[0].first, let session = Int32(fields[3]) else { return nil }
        return (state, session)
    }

    private func text(of file: String) -> [UInt8]? {
        let descriptor = open("/proc/\(pid)/\(file)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while case let count = read(descriptor, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        return bytes
    }
}
