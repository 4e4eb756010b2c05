/// A gzipped tar archive that is not compressed: enough of one for npm.
struct StoredTarball {
    private var body: [UInt8] = []

    /// Adds a file that may be started.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
        }
        func octal(_ number: Int, _ width: Int) -> String {
            let digits = String(number, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(name, at: 0)
        put(octal(0o755, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(bytes.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
        header[154] = 0
        body += header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }

    /// The whole archive.
    var bytes: [UInt8] {
        let tar = body + [UInt8](repeating: 0, count: 1024)
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var rest = tar[...]
        while !rest.isEmpty {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            result.appendLittle(UInt16(block.count))
            result.appendLittle(~UInt16(block.count))
            result += block
        }
        result.appendLittle(Checksum.crc32(tar))
        result.appendLittle(UInt32(tar.count))
        return result
    }
}
