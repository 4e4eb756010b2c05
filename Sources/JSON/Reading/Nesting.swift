import Glibc

/// The open arrays and objects with the keys of the objects, to notice a key that comes twice.
///
/// Few keys are compared one by one through a 64-bit signature. An object with many gets a hash table, whose hash is
/// seeded anew in every process, so that no text can be made that is slow to check.
struct Nesting: Sendable {
    /// A key, or the mark below the keys of an open container; 16 bytes.
    private struct Entry {
        /// For a key its signature, for a mark the `seen` of the next outer container.
        var signature: UInt64
        /// For a key the start of its bytes, for a mark the length of `unescaped` when the container opened.
        var start: UInt32
        /// Three flags above, for a key, the number of its bytes and, for a mark, the place of the next outer one.
        private var flagsAndCount: UInt32

        init(signature: UInt64, start: Int, count: Int, isObject: Bool = false) {
            self.signature = signature
            self.start = UInt32(truncatingIfNeeded: start)
            flagsAndCount = UInt32(truncatingIfNeeded: count) | (isObject ? Self.objectFlag : 0)
        }

        private static let unescapedFlag: UInt32 = 1 << 31
        private static let objectFlag: UInt32 = 1 << 30
        private static let tableFlag: UInt32 = 1 << 29

        var count: Int { Int(truncatingIfNeeded: flagsAndCount & (Self.tableFlag &- 1)) }

        /// Whether the key's bytes are in `unescaped` rather than in the text.
        var isUnescaped: Bool { flagsAndCount & Self.unescapedFlag != 0 }

        /// Whether the mark is an object's.
        var isObject: Bool { flagsAndCount & Self.objectFlag != 0 }

        /// Whether the mark's object has a table of its keys.
        var hasTable: Bool { flagsAndCount & Self.tableFlag != 0 }

        mutating func noteTable() { flagsAndCount |= Self.tableFlag }

        mutating func noteUnescaped() { flagsAndCount |= Self.unescapedFlag }
    }

    private static let comparedCount = 16

    /// Used up to `end`; what is behind is left over from containers that have been closed.
    private var entries: [Entry] = []
    private var end = 0
    /// The mark of the innermost open container.
    private var mark = 0
    /// One bit for each key of the innermost object, chosen by its signature: a bit that is off belongs to a new key.
    private var seen: UInt64 = 0
    private(set) var depth = 0
    private(set) var isInObject = false
    private var unescaped: [UInt8] = []
    private var tables: [KeyTable] = []

    @inline(__always)
    mutating func open(isObject: Bool) {
        if entries.isEmpty { entries.reserveCapacity(32) }
        push(Entry(signature: seen, start: unescaped.count, count: mark, isObject: isObject))
        mark = end &- 1
        seen = 0
        depth &+= 1
        isInObject = isObject
    }

    @inline(__always)
    mutating func close() {
        let closed = entries[mark]
        end = mark
        mark = closed.count
        seen = closed.signature
        depth &-= 1
        isInObject = depth > 0 && entries[mark].isObject
        if closed.hasTable { tables.removeLast() }
        if unescaped.count > Int(closed.start) { unescaped.removeSubrange(Int(closed.start)...) }
    }

    /// Notes a key of the innermost object; false when the object has it already.
    @inline(__always)
    mutating func insert(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool) -> Bool {
        let bytes = UnsafeRawBufferPointer(start: base + extent.lowerBound, count: extent.count)
        let key =
            isEscaped
            ? unescape(bytes)
            : Entry(signature: Self.signature(bytes), start: extent.lowerBound, count: extent.count)
        let bit = 1 as UInt64 &<< (key.signature &* 0x9E37_79B9_7F4A_7C15 &>> 58)
        guard seen & bit != 0 || end &- mark > Self.comparedCount else {
            seen |= bit
            push(key)
            return true
        }
        return insertAfterComparing(key, base)
    }

    @inline(never)
    private mutating func insertAfterComparing(_ key: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        guard end - mark <= Self.comparedCount else { return insertIntoTable(key, base) }
        for place in mark + 1..<end where isSame(entries[place], key, base) { return false }
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

    private mutating func insertIntoTable(_ key: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        if !entries[mark].hasTable {
            entries[mark].noteTable()
            var table = KeyTable()
            for place in mark + 1..<end { table.insert(place, hash: hash(of: entries[place], base)) }
            tables.append(table)
        }
        let hash = hash(of: key, base)
        for place in tables[tables.count - 1].candidates(hash: hash) where isSame(entries[place], key, base) {
            return false
        }
        tables[tables.count - 1].insert(end, hash: hash)
        push(key)
        return true
    }

    @inline(never)
    private mutating func unescape(_ bytes: UnsafeRawBufferPointer) -> Entry {
        let start = unescaped.count
        Unescaping.append(bytes, to: &unescaped)
        let signature = unescaped.withUnsafeBytes { Self.signature(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        var key = Entry(signature: signature, start: start, count: unescaped.count - start)
        key.noteUnescaped()
        return key
    }

    private func withBytes<Result>(
        of key: Entry,
        _ base: UnsafePointer<UInt8>,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let start = Int(key.start)
        guard key.isUnescaped else { return body(UnsafeRawBufferPointer(start: base + start, count: key.count)) }
        return unescaped.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<start + key.count])) }
    }

    private func hash(of key: Entry, _ base: UnsafePointer<UInt8>) -> Int {
        var hasher = Hasher()
        withBytes(of: key, base) { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// Same length and same signature mean the same key when the signature holds all bytes, which it does up to 7.
    private func isSame(_ left: Entry, _ right: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
        guard left.signature == right.signature, left.count == right.count else { return false }
        guard right.count > 7 else { return true }
        return withBytes(of: left, base) { left in
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
