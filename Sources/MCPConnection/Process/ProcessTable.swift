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

    /// The ids of our own children, zombies included; nil where the kernel does not tell, or while they come and go.
    ///
    /// The kernel may leave one out while another one ends, so that only two looks that agree count.
    static func ownChildren() -> Set<Int32>? {
        guard let once = childrenOfAllThreads(), let again = childrenOfAllThreads(), once == again else { return nil }
        return once
    }

    private static func childrenOfAllThreads() -> Set<Int32>? {
        guard let threads = opendir("/proc/self/task") else { return nil }
        defer { closedir(threads) }
        var children: Set<Int32> = []
        while let item = readdir(threads) {
            let name = withUnsafeBytes(of: item.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard Int32(name) != nil else { continue }
            let path = "/proc/self/task/\(name)/children"
            let line = readWholeFile(path)
            if line.isEmpty, access(path, F_OK) != 0, errno == ENOENT, access("/proc/self/task/\(name)", F_OK) == 0 {
                return nil
            }
            for digits in line.split(separator: UInt8(ascii: " ")) {
                if let pid = integer(digits) { children.insert(Int32(truncatingIfNeeded: pid)) }
            }
        }
        return children
    }

    /// The ids of all processes, without a look at any of them.
    static func allIDs() -> [Int32] {
        guard let directory = opendir("/proc") else { return [] }
        defer { closedir(directory) }
        var ids: [Int32] = []
        while let item = readdir(directory) {
            let id = withUnsafeBytes(of: item.pointee.d_name) { name -> Int32? in
                var value: Int32 = 0
                for byte in name {
                    guard byte != 0 else { break }
                    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                    value = value &* 10 &+ Int32(byte - UInt8(ascii: "0"))
                }
                return value
            }
            if let id, id > 0 { ids.append(id) }
        }
        return ids
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
