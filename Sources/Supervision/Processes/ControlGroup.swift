import Glibc
import Synchronization

/// The control group (version 2) that was given to this daemon: one below it for each server.
///
/// systemd gives one to a unit with `Delegate=yes`. The root of the hierarchy is never taken.
final class ControlGroup: Sendable {
    /// Where the kernel shows it; another place in tests.
    struct System: Sendable {
        var mount = "/sys/fs/cgroup"
        var own = "/proc/self/cgroup"
    }

    /// Why there is none.
    struct Refusal: Error, Sendable, CustomStringConvertible {
        let description: String
    }

    /// The group of one server.
    struct Cell: Sendable {
        let path: String

        /// Puts a process into it; false when that was refused.
        func take(_ pid: Int32) -> Bool { ControlGroup.put("\(pid)", into: path + "/cgroup.procs") }

        /// Ends everything in it at once, and removes it.
        func end() {
            _ = ControlGroup.put("1", into: path + "/cgroup.kill")
            rmdir(path)
        }
    }

    private let path: String
    private let count = Mutex(0)

    private init(path: String) { self.path = path }

    /// Takes the group that is ours and moves this process one down, as the kernel wants it before it divides one.
    static func open(_ system: System) -> Result<ControlGroup, Refusal> {
        let line = read(system.own).split(separator: "\n").first { $0.hasPrefix("0::/") }
        guard let line else { return .failure(Refusal(description: "this machine has no control groups of version 2")) }
        let own = String(line.dropFirst(3))
        guard own != "/" else { return .failure(Refusal(description: "no control group was given to the daemon")) }
        let path = system.mount + own
        let controllers = read(path + "/cgroup.controllers").split(whereSeparator: \.isWhitespace)
        guard controllers.contains("memory"), controllers.contains("pids") else {
            return .failure(Refusal(description: "its control group controls neither memory nor processes"))
        }
        guard access(path, W_OK) == 0, access(path + "/cgroup.subtree_control", W_OK) == 0 else {
            return .failure(Refusal(description: "its control group is not its own: set Delegate=yes in the unit"))
        }
        mkdir(path + "/daemon", 0o755)
        guard put("\(getpid())", into: path + "/daemon/cgroup.procs"),
            put("+memory +pids", into: path + "/cgroup.subtree_control")
        else {
            return .failure(Refusal(description: "its control group cannot be divided"))
        }
        return .success(ControlGroup(path: path))
    }

    /// Makes the group of one server; nil when that is refused.
    func cell(for id: String, limits: ResourceLimits) -> Cell? {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let cell = Cell(path: "\(path)/server-\(LogFile.name(for: id).dropLast(4))-\(number)")
        guard mkdir(cell.path, 0o755) == 0 else { return nil }
        if let bytes = limits.memoryInBytes {
            _ = Self.put("\(bytes)", into: cell.path + "/memory.max")
            _ = Self.put("1", into: cell.path + "/memory.oom.group")
        }
        if let processes = limits.processes { _ = Self.put("\(processes)", into: cell.path + "/pids.max") }
        return cell
    }

    private static func put(_ text: String, into path: String) -> Bool {
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count
    }

    private static func read(_ path: String) -> String {
        guard let file = fopen(path, "re") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
