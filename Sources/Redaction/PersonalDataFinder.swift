/// Finds what tells of a person or an account: no credential, and taken out only where somebody asks for it.
enum PersonalDataFinder {
    /// Addresses of mail.
    static func emails(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.indices.filter { bytes[$0] == UInt8(ascii: "@") }.compactMap { at in
            var start = at
            while start > 0, bytes[start - 1].isWordOrDot || bytes[start - 1] == UInt8(ascii: "+") { start -= 1 }
            var end = at + 1
            while end < bytes.count, bytes[end].isWordOrDot { end += 1 }
            while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
            let domain = bytes[(at + 1)..<end]
            guard start < at, let dot = domain.lastIndex(of: UInt8(ascii: ".")), end - dot > 2 else { return nil }
            return start..<end
        }
    }

    /// Numbers of six digits and more, and UUIDs.
    static func identifiers(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end].isWord { end += 1 }
            let word = bytes[start..<end]
            if isUUID(word) || (word.count >= 6 && word.allSatisfy(\.isDigit)) { found.append(start..<end) }
            start = max(end, start + 1)
        }
        return found
    }

    private static func isUUID(_ word: ArraySlice<UInt8>) -> Bool {
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy { $0.hexValue != nil } }
    }
}
