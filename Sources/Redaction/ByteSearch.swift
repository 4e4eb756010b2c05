import Glibc

/// Looking for bytes in bytes.
package enum ByteSearch {
    /// Where the pattern begins first; nil when it is not there, and for an empty one in nothing.
    package static func first(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard !pattern.isEmpty else { return bytes.startIndex }
        let start = bytes.startIndex
        return bytes.withUnsafeBytes { haystack in
            pattern.withUnsafeBytes { needle -> Int? in
                guard let base = haystack.baseAddress, let wanted = needle.baseAddress else { return nil }
                var offset = 0
                // The first byte is looked for quickly, and the rest compared where it is found.
                while offset + needle.count <= haystack.count,
                    let found = memchr(base + offset, Int32(needle[0]), haystack.count - needle.count - offset + 1)
                {
                    offset = base.distance(to: UnsafeRawPointer(found))
                    if memcmp(found, wanted, needle.count) == 0 { return start + offset }
                    offset += 1
                }
                return nil
            }
        }
    }

    /// Every place, without overlaps.
    package static func all(of pattern: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard !pattern.isEmpty else { return [] }
        var places: [Range<Int>] = []
        var rest = bytes[...]
        while let found = first(of: pattern, in: rest) {
            places.append(found..<(found + pattern.count))
            rest = rest[(found + pattern.count)...]
        }
        return places
    }
}
