import Foundation
import Glibc

/// What the kernel tells of a process of the mock.
enum MockProc {
    /// A file of `/proc/PID`; empty when the process is gone.
    static func text(_ pid: pid_t, _ file: String) -> String {
        // Processes end while one looks at them.
        (try? String(contentsOfFile: "/proc/\(pid)/\(file)", encoding: .utf8)) ?? ""
    }

    /// Its state letter, its group and its session.
    static func standing(_ pid: pid_t) -> (state: String, group: pid_t, session: pid_t)? {
        let fields = text(pid, "stat").split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 3, let group = pid_t(fields[2]), let session = pid_t(fields[3]) else { return nil }
        return (String(fields[0]), group, session)
    }

    /// True while it runs; what only waits to be reaped does not.
    static func runs(_ pid: pid_t) -> Bool {
        standing(pid).map { $0.state != "Z" && $0.state != "X" } ?? false
    }

    /// Where one of its descriptors leads, such as `pipe:[123]`.
    static func target(_ pid: pid_t, descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        let count = readlink("/proc/\(pid)/fd/\(descriptor)", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
