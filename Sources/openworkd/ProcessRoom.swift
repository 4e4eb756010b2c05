import Glibc
import MCPConnection

/// What this process takes of the machine: descriptors before it needs them, and memory that it needs no more.
enum ProcessRoom {
    /// Takes as many descriptors as it may: each server elsewhere holds one or two, and the usual 1,024 are soon gone.
    static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(7), &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(7), &limit)
    }

    /// Has the threads share few heaps: what one of them frees another can use.
    static func shareHeaps() {
        typealias Function = @convention(c) (Int32, Int32) -> Int32
        guard let address = dlsym(nil, "mallopt") else { return }
        let largestCountOfHeaps: Int32 = -8
        _ = unsafeBitCast(address, to: Function.self)(largestCountOfHeaps, 2)
    }

    /// Gives back what only the start or the last burst of work needed, now and then, until the task is cancelled.
    ///
    /// After much was taken in a short time it does so at once: large messages come in bursts.
    static func keepSmall(_ time: Timekeeper) async {
        var (rounds, least) = (0, Int.max)
        while await time.wait(.seconds(10)) {
            if rounds.isMultiple(of: 60) {
                giveBack()
                least = residentBytes
            } else if residentBytes > least + burstInBytes {
                trimHeap()
                least = residentBytes
            }
            rounds += 1
        }
    }

    private static let burstInBytes = 16 << 20

    private static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "re") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let words = text.split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    private static func trimHeap() {
        // Swift does not import it.
        typealias Function = @convention(c) (Int) -> Int32
        if let address = dlsym(nil, "malloc_trim") { _ = unsafeBitCast(address, to: Function.self)(0) }
    }

    /// Freed heap goes to the kernel, and so do pages of programs and libraries: they come back from the file on use.
    private static func giveBack() {
        trimHeap()
        guard let file = fopen("/proc/self/maps", "re") else { return }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 8_192)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            // Never one that can be written to: its changes are nowhere else.
            guard words.count == 6, words[1] == "r-xp", words[5].hasPrefix("/") else { continue }
            let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2, let start = UnsafeMutableRawPointer(bitPattern: ends[0]) else { continue }
            madvise(start, Int(ends[1] - ends[0]), 4)
        }
    }
}
