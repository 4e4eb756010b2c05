import Glibc

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
