import Glibc

/// What this process holds, by two measures.
package enum MemoryInUse {
    /// Bytes that were allocated and not freed: what is held, whatever the allocator keeps for later.
    package static var allocatedBytes: Int {
        guard let function = dlsym(nil, "malloc_info") else { return 0 }
        let report = unsafeBitCast(function, to: (@convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32).self)
        var buffer: UnsafeMutablePointer<CChar>?
        var count = 0
        guard let file = open_memstream(&buffer, &count) else { return 0 }
        _ = report(0, file)
        fclose(file)
        guard let buffer else { return 0 }
        defer { free(buffer) }
        let lines = String(cString: buffer).split(separator: "\n")
        // The totals of all arenas come after those of each.
        func size(_ tag: String) -> Int {
            let line = lines.last { $0.hasPrefix(tag) }
            let value = line.flatMap { line in line.firstRange(of: "size=\"").map { line[$0.upperBound...] } }
            return value.flatMap { Int($0.prefix { $0 != "\"" }) } ?? 0
        }
        return size("<system type=\"current\"") - size("<total type=\"fast\"") - size("<total type=\"rest\"")
            + size("<total type=\"mmap\"")
    }

    /// Bytes of memory that the process occupies, after the allocator was told to give back what it can.
    package static var residentBytes: Int {
        if let function = dlsym(nil, "malloc_trim") {
            _ = unsafeBitCast(function, to: (@convention(c) (Int) -> Int32).self)(0)
        }
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let words = text.split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
