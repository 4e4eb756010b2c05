/// Reads which loader a program needs: one built against another C library needs one that is missing.
enum ELFInterpreter {
    /// The loader's path; nil for static programs, and for what is not a 64-bit little-endian program.
    static func path(in bytes: [UInt8]) -> String? {
        guard bytes.count >= 64, bytes[4] == 2, bytes[5] == 1 else { return nil }
        let tableOffset = integer(in: bytes, at: 32, count: 8)
        let entrySize = integer(in: bytes, at: 54, count: 2)
        let entryCount = integer(in: bytes, at: 56, count: 2)
        for index in 0..<entryCount {
            let entry = tableOffset + index * entrySize
            guard entry >= 0, entry + 56 <= bytes.count else { return nil }
            guard integer(in: bytes, at: entry, count: 4) == 3 else { continue }
            let start = integer(in: bytes, at: entry + 8, count: 8)
            let size = integer(in: bytes, at: entry + 32, count: 8)
            guard size > 1, size < 4096, start >= 0, start <= bytes.count - size else { return nil }
            return String(decoding: bytes[start..<(start + size - 1)], as: UTF8.self)
        }
        return nil
    }

    private static func integer(in bytes: [UInt8], at offset: Int, count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }
}
