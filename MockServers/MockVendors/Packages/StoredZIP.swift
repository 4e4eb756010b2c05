/// A ZIP archive whose members are not compressed: enough of one for wheels.
struct StoredZIP {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// Adds a file.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let offset = UInt32(body.count)
        var facts: [UInt8] = []
        facts.appendLittle(UInt16(20))
        facts.appendLittle(UInt16(0x0800))
        facts.appendLittle(UInt16(0))
        facts.appendLittle(UInt16(0))
        // The first of January 1980: nothing depends on the day.
        facts.appendLittle(UInt16(0x0021))
        facts.appendLittle(Checksum.crc32(bytes))
        facts.appendLittle(UInt32(bytes.count))
        facts.appendLittle(UInt32(bytes.count))
        facts.appendLittle(UInt16(name.utf8.count))
        facts.appendLittle(UInt16(0))
        body += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + bytes
        directory += [0x50, 0x4B, 1, 2]
        directory.appendLittle(UInt16(0x0314))
        directory += facts
        directory.appendLittle(UInt16(0))
        directory.appendLittle(UInt16(0))
        directory.appendLittle(UInt16(0))
        directory.appendLittle(UInt32(0o100644) << 16)
        directory.appendLittle(offset)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole archive.
    var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.appendLittle(count)
        end.appendLittle(count)
        end.appendLittle(UInt32(directory.count))
        end.appendLittle(UInt32(body.count))
        end.appendLittle(UInt16(0))
        return body + directory + end
    }
}
