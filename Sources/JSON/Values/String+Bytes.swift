import Glibc

extension String {
    /// Whether both hold the same code points; `==` would also equate different spellings of a character.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let verdict = utf8.withContiguousStorageIfAvailable { mine in
            other.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
        }
        return (verdict ?? nil) ?? utf8.elementsEqual(other.utf8)
    }

    /// Whether these very code points stand somewhere in it, at once and without preparation.
    ///
    /// `contains` compares characters in all their spellings, and builds a table of what it looks for each time: for the
    /// hundreds of phrases that an error is looked through for, that was most of the work.
    package func holds(_ text: String) -> Bool {
        var (whole, wanted) = (self, text)
        return whole.withUTF8 { whole in wanted.withUTF8 { Self.isFound($0, in: whole) } }
    }

    private static func isFound(_ wanted: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let needle = wanted.baseAddress, let first = wanted.first else { return true }
        guard var place = whole.baseAddress else { return false }
        let end = place + whole.count
        // The first byte is looked for quickly, and the rest compared where it is found.
        while end - place >= wanted.count, let found = memchr(place, Int32(first), end - place - wanted.count + 1) {
            if memcmp(found, needle, wanted.count) == 0 { return true }
            place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
        }
        return false
    }
}
