import Glibc
import MCPConnection
import Synchronization

/// The processes that run, in a file: what the next run finds when this one ends without ending them.
final class ProcessBook: Sendable {
    private let path: String
    private let traces = Mutex<Set<ServerTrace>>([])

    init(path: String) { self.path = path }

    /// What the file holds; lines that are none are left out.
    func read() -> [ServerTrace] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var found: [ServerTrace] = []
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let words = text.split(whereSeparator: \.isWhitespace)
            guard words.count == 3, let pid = Int32(words[0]), pid > 1, let start = UInt64(words[1]) else { continue }
            found.append(ServerTrace(pid: pid, startTime: start, mark: String(words[2])))
        }
        return found
    }

    /// Strikes one out and puts another in.
    func replace(_ old: ServerTrace?, by new: ServerTrace?) {
        traces.withLock { traces in
            if let old { traces.remove(old) }
            if let new { traces.insert(new) }
            write(traces)
        }
    }

    /// Nobody runs.
    func clear() {
        traces.withLock { traces in
            traces = []
            write(traces)
        }
    }

    /// Whole or not at all: a file that is cut off would hide somebody.
    private func write(_ traces: Set<ServerTrace>) {
        let draft = path + ".new"
        let text = traces.sorted { $0.pid < $1.pid }.map { "\($0.pid) \($0.startTime) \($0.mark)\n" }.joined()
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(text.utf8)
        let written = Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        if written == bytes.count { rename(draft, path) }
    }
}
