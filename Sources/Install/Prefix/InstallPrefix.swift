import FoundationEssentials
import Glibc
import JSON
import Synchronization

/// The place of one installation: built beside it, and put there whole or not at all.
struct InstallPrefix: Sendable {
    /// Where the installation is found.
    let path: String

    private static let counter = Mutex(0)

    /// Takes an absolute path, and leaves out of it what clients leave out when they write it down.
    init(_ path: String) {
        self.path = "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// What is installed there; nil when nothing is, or not all of it, or it was moved.
    var installation: Installation? {
        guard let bytes = PrefixFolder.read("\(path)/\(Installation.marker)"),
            // Whatever is no marker of ours makes no installation.
            let json = try? JSONValue(parsing: bytes), let found = Installation(json: json), found.prefix == path
        else { return nil }
        guard let program = found.program else { return found }
        let files = [program.executable] + program.arguments.prefix(1)
        return files.allSatisfy { access($0, R_OK) == 0 } ? found : nil
    }

    /// Whether there is something that nobody may overwrite.
    var isTaken: Bool {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return false }
        guard facts.st_mode & S_IFMT == S_IFDIR else { return true }
        guard access("\(path)/\(Installation.marker)", F_OK) != 0 else { return false }
        // An empty folder is as good as none.
        return (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) == false
    }

    /// A new folder beside it.
    func makePartial() throws -> String {
        let number = Self.counter.withLock { count in
            count += 1
            return count
        }
        let partial = "\(path).partial-\(getpid())-\(number)"
        try FileManager.default.createDirectory(atPath: partial, withIntermediateDirectories: true)
        return partial
    }

    /// Puts a finished folder into its place; what was there before is gone afterwards.
    func commit(_ partial: String) throws {
        let old = partial.replacing(".partial-", with: ".replaced-")
        let hadOne = rename(path, old) == 0
        guard rename(partial, path) == 0 else {
            let fault = errno
            if hadOne { rename(old, path) }
            throw CocoaError(fault == ENOSPC ? .fileWriteOutOfSpace : .fileWriteNoPermission)
        }
        if hadOne { Self.remove(old) }
    }

    /// Removes what runs that were killed have left beside it.
    func removeLeftovers() {
        let name = String(path.split(separator: "/").last ?? "")
        let parent = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
        // A parent that is not there yet holds no leftovers.
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            for kind in [".partial-", ".replaced-"] where entry.hasPrefix(name + kind) {
                let owner = Int32(entry.dropFirst(name.count + kind.count).prefix { $0.isNumber })
                guard let owner, owner != getpid(), kill(owner, 0) != 0, errno == ESRCH else { continue }
                Self.remove("\(parent)/\(entry)")
            }
        }
    }

    static func remove(_ folder: String) {
        // What cannot be removed is not an installation, and is tried again by the next one.
        try? FileManager.default.removeItem(atPath: folder)
    }
}
