import Glibc

/// One look at the processes of this machine through `/proc`.
struct ProcessTable: Sendable {
    /// What is needed of one process.
    struct Entry: Sendable, Hashable {
        let pid: Int32
        let parent: Int32
        let session: Int32
        let name: String
        let isZombie: Bool
        /// Clock ticks since boot; tells a process from a later one with the same id.
        let startTime: UInt64
    }

    let entries: [Entry]

    /// Reads the table now; processes that vanish meanwhile are left out.
    static func read() -> ProcessTable {
        guard let directory = opendir("/proc") else { return ProcessTable(entries: []) }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let item = readdir(directory) {
            let name = withUnsafeBytes(of: item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let pid = Int32(name), let entry = entry(of: pid) else { continue }
            entries.append(entry)
        }
        return ProcessTable(entries: entries)
    }

    /// The ids of the children that were given to us, zombies included; nil where the kernel does not tell.
    ///
    /// Children belong to threads. Those whose parent ended go to the first thread of whoever adopts them
    /// (`find_new_reaper` in the kernel), so that the others need not be read; what this thread started itself is among
    /// them. The kernel may leave one out while another one ends, so that only two looks that agree count.
    static func adoptedChildren() -> Set<Int32>? {
        let path = "/proc/self/task/\(getpid())/children"
        guard let once = children(path), let again = children(path), once == again else { return nil }
        return once
    }

    private static func children(_ path: String) -> Set<Int32>? {
        let line = readWholeFile(path)
        if line.isEmpty, access(path, R_OK) != 0 { return nil }
        return Set(
            line.split(separator: UInt8(ascii: " ")).compactMap { integer($0).map(Int32.init(truncatingIfNeeded:)) }
        )
    }

    /// One process; nil when there is none.
    static func entry(of pid: Int32) -> Entry? {
        parse(readWholeFile("/proc/\(pid)/stat"), pid: pid)
    }

    /// Reads one line of `/proc/<pid>/stat`; the name stands in parentheses and may itself contain some.
    static func parse(_ line: [UInt8], pid: Int32) -> Entry? {
        guard let open = line.firstIndex(of: UInt8(ascii: "(")), let close = line.lastIndex(of: UInt8(ascii: ")"))
        else {
            return nil
        }
        let fields = line[(close + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 19, let parent = integer(fields[1]), let session = integer(fields[3]) else { return nil }
        return Entry(
            pid: pid,
            parent: Int32(truncatingIfNeeded: parent),
            session: Int32(truncatingIfNeeded: session),
            name: String(decoding: line[(open + 1)..<close], as: UTF8.self),
            isZombie: fields[0].first == UInt8(ascii: "Z") || fields[0].first == UInt8(ascii: "X"),
            startTime: UInt64(integer(fields[19]) ?? 0)
        )
    }

    /// True when a process was started with this in its environment; false also when that may not be read.
    static func environment(of pid: Int32, contains row: String) -> Bool {
        readWholeFile("/proc/\(pid)/environ").split(separator: 0).contains { $0.elementsEqual(row.utf8) }
    }

    private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }
}
