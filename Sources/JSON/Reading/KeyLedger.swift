import Glibc

/// The keys of all open objects, to notice one that comes twice.
///
/// Few keys are compared one by one through a 64-bit signature. An object with many gets a hash table, whose hash is
/// seeded anew in every process, so that no text can be made that is slow to check.
struct KeyLedger: Sendable {
    private struct Key {
        var signature: UInt64
        var start: Int
        var length: Int
        /// Whether the bytes are in `unescaped` rather than in the text.
        var isEscaped: Bool
    }

    private struct OpenObject {
        var firstKey: Int
        var firstUnescaped: Int
        var hasTable: Bool
    }

    private static let comparedCount = 16

    private var keys: [Key] = []
    private var objects: [OpenObject] = []
    private var unescaped: [UInt8] = []
    private var tables: [KeyTable] = []

    @inline(__always)
    mutating func openObject() {
        objects.append(OpenObject(firstKey: keys.count, firstUnescaped: unescaped.count, hasTable: false))
    }

    @inline(__always)
    mutating func closeObject() {
        let object = objects.removeLast()
        keys.removeSubrange(object.firstKey...)
        if unescaped.count > object.firstUnescaped { unescaped.removeSubrange(object.firstUnescaped...) }
        if object.hasTable { tables.removeLast() }
    }

    /// Notes a key of the innermost object; false when the object has it already.
    @inline(__always)
    mutating func insert(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) -> Bool {
        var key = Key(signature: 0, start: extent.lowerBound, length: extent.count, isEscaped: isEscaped)
        if isEscaped { unescape(&key, extent, base) }
        key.signature = withBytes(of: key, base) { signature($0) }
        let object = objects[objects.count - 1]
        if keys.count - object.firstKey < Self.comparedCount {
            for place in object.firstKey..<keys.count where isSame(keys[place], key, base) { return false }
            keys.append(key)
            return true
        }
        return insertIntoTable(key, base)
    }

    private mutating func insertIntoTable(_ key: Key, _ base: UnsafePointer<UInt8>) -> Bool {
        let last = objects.count - 1
        if !objects[last].hasTable {
            objects[last].hasTable = true
            var table = KeyTable()
            for place in objects[last].firstKey..<keys.count { table.insert(place, hash: hash(of: keys[place], base)) }
            tables.append(table)
        }
        let hash = hash(of: key, base)
        for place in tables[tables.count - 1].candidates(hash: hash) where isSame(keys[place], key, base) {
            return false
        }
        tables[tables.count - 1].insert(keys.count, hash: hash)
        keys.append(key)
        return true
    }

    private mutating func unescape(_ key: inout Key, _ extent: Range<Int>, _ base: UnsafePointer<UInt8>) {
        key.start = unescaped.count
        Unescaping.append(UnsafeBufferPointer(start: base + extent.lowerBound, count: extent.count), to: &unescaped)
        key.length = unescaped.count - key.start
    }

    @inline(__always)
    private func withBytes<Result>(
        of key: Key,
        _ base: UnsafePointer<UInt8>,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        guard key.isEscaped else {
            return body(UnsafeRawBufferPointer(start: base + key.start, count: key.length))
        }
        return unescaped.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[key.start..<key.start + key.length])) }
    }

    private func hash(of key: Key, _ base: UnsafePointer<UInt8>) -> Int {
        var hasher = Hasher()
        withBytes(of: key, base) { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// Same length and same signature mean the same key when the signature holds all bytes, which it does up to 7.
    @inline(__always)
    private func isSame(_ left: Key, _ right: Key, _ base: UnsafePointer<UInt8>) -> Bool {
        guard left.signature == right.signature, left.length == right.length else { return false }
        guard left.length > 7 else { return true }
        return withBytes(of: left, base) { left in
            withBytes(of: right, base) { right in
                guard let left = left.baseAddress, let other = right.baseAddress else { return true }
                return memcmp(left, other, right.count) == 0
            }
        }
    }

    @inline(__always)
    private func signature(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        switch bytes.count {
        case 8...:
            let first = bytes.loadUnaligned(as: UInt64.self)
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            return first &* 0x9E37_79B9_7F4A_7C15 ^ last
        case 4...7:
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(last)
        case 1...3:
            return UInt64(bytes[0]) << 16 | UInt64(bytes[bytes.count / 2]) << 8 | UInt64(bytes[bytes.count - 1])
        default:
            return 0
        }
    }
}
