import Glibc

/// The open arrays and objects with the keys of the objects, to notice a key that comes twice.
///
/// Few keys are compared one by one through a 64-bit signature. An object with many gets a hash table, whose hash is
/// seeded anew in every process, so that no text can be made that is slow to check.
struct Nesting: Sendable {
    /// A key, or the mark below the keys of an open container.
    private struct Entry {
        /// For a key its signature, for a mark the place of the next outer mark.
        var signature: UInt64
        /// For a key the start of its bytes, for a mark the length of `unescaped` when the container opened.
        var start: UInt32
        /// For a key the number of its bytes.
        var count: UInt32

        /// Whether the key's bytes are in `unescaped` rather than in the text.
        var isUnescaped = false
        /// Whether the mark is an object's.
        var isObject = false
        /// Whether the mark's object has a table of its keys.
        var hasTable = false
    }

    private static let comparedCount = 16

    /// Used up to `end`; what is behind is left over from containers that have been closed.
    private var entries: [Entry] = []
    private var end = 0
    /// The mark of the innermost open container.
    private var mark = 0
    private(set) var depth = 0
    private(set) var isInObject = false
    private var unescaped: [UInt8] = []
    private var tables: [KeyTable] = []

    @inline(__always)
    mutating func open(isObject: Bool) {
        if entries.isEmpty { entries.reserveCapacity(32) }
        push(Entry(
            signature: UInt64(truncatingIfNeeded: mark),
            start: UInt32(truncatingIfNeeded: unescaped.count),
            count: 0,
            isObject: isObject
        ))
        mark = end - 1
        depth += 1
        isInObject = isObject
    }

    @inline(__always)
    mutating func close() {
        let closed = entries[mark]
        end = mark
        mark = Int(truncatingIfNeeded: closed.signature)
        depth -= 1
        isInObject = depth > 0 && entries[mark].isObject
        if closed.hasTable { tables.removeLast() }
        if unescaped.count > Int(closed.start) { unescaped.removeSubrange(Int(closed.start)...) }
    }

    /// Notes a key of the innermost object; false when the object has it already.
    @inline(__always)
    mutating func insert(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) -> Bool {
        var key = Entry(
            signature: 0,
            start: UInt32(truncatingIfNeeded: extent.lowerBound),
            count: UInt32(truncatingIfNeeded: extent.count)
        )
        if isEscaped {
            unescape(&key, extent, base)
        } else {
            key.signature = Self.signature(UnsafeRawBufferPointer(start: base + extent.lowerBound, count: extent.count))
        }
        guard end - mark <= Self.comparedCount else { return insertIntoTable(key, base) }
        var place = mark + 1
        while place < end {
            if isSame(place, key, base) { return false }
            place += 1
        }
        push(key)
        return true
    }

    @inline(__always)
    private mutating func push(_ entry: Entry) {
        if end < entries.count {
            entries[end] = entry
        } else {
            entries.append(entry)
        }
        end += 1
    }

    @inline(never)
    private mutating func insertIntoTable(_ key: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        if !entries[mark].hasTable {
            entries[mark].hasTable = true
            var table = KeyTable()
            for place in mark + 1..<end { table.insert(place, hash: hash(of: entries[place], base)) }
            tables.append(table)
        }
        let hash = hash(of: key, base)
        for place in tables[tables.count - 1].candidates(hash: hash) where isSame(place, key, base) {
            return false
        }
        tables[tables.count - 1].insert(end, hash: hash)
        push(key)
        return true
    }

    @inline(never)
    private mutating func unescape(_ key: inout Entry, _ extent: Range<Int>, _ base: UnsafePointer<UInt8>) {
        let start = unescaped.count
        Unescaping.append(UnsafeBufferPointer(start: base + extent.lowerBound, count: extent.count), to: &unescaped)
        key.start = UInt32(truncatingIfNeeded: start)
        key.count = UInt32(truncatingIfNeeded: unescaped.count - start)
        key.isUnescaped = true
        key.signature = withBytes(of: key, base) { Self.signature($0) }
    }

    @inline(__always)
    private func withBytes<Result>(
        of key: Entry,
        _ base: UnsafePointer<UInt8>,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        guard key.isUnescaped else {
            return body(UnsafeRawBufferPointer(start: base + Int(key.start), count: Int(key.count)))
        }
        return unescaped.withUnsafeBytes { bytes in
            body(UnsafeRawBufferPointer(rebasing: bytes[Int(key.start)..<Int(key.start) + Int(key.count)]))
        }
    }

    private func hash(of key: Entry, _ base: UnsafePointer<UInt8>) -> Int {
        var hasher = Hasher()
        withBytes(of: key, base) { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// Same length and same signature mean the same key when the signature holds all bytes, which it does up to 7.
    @inline(__always)
    private func isSame(_ place: Int, _ key: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        guard entries[place].signature == key.signature, entries[place].count == key.count else { return false }
        return key.count <= 7 || hasSameBytes(entries[place], key, base)
    }

    @inline(never)
    private func hasSameBytes(_ left: Entry, _ right: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        withBytes(of: left, base) { left in
            withBytes(of: right, base) { right in
                guard let left = left.baseAddress, let other = right.baseAddress else { return true }
                return memcmp(left, other, right.count) == 0
            }
        }
    }

    @inline(__always)
    private static func signature(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
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
