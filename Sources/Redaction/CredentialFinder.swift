/// Finds what looks like a credential in a text, without knowing any.
enum CredentialFinder {
    /// Something that looks like a credential.
    struct Find {
        var range: Range<Int>
        var name: String
        /// Whether the same text is to be looked for everywhere else, too.
        var isCertain: Bool
    }

    /// All finds in order, apart from each other.
    static func finds(in bytes: [UInt8]) -> [Find] {
        guard bytes.count >= 8 else { return [] }
        var found = shapes(in: bytes) + keys(in: bytes) + assignments(in: bytes) + schemes(in: bytes)
        found += userInfo(in: bytes)
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        return found.reduce(into: []) { kept, find in
            if let last = kept.last, last.range.upperBound > find.range.lowerBound { return }
            kept.append(find)
        }
    }

    private static func shapes(in bytes: [UInt8]) -> [Find] {
        var finds: [Find] = []
        var index = 0
        while index < bytes.count {
            guard index == 0 || !bytes[index - 1].isWord else {
                index += 1
                continue
            }
            if let end = tokenEnd(in: bytes, at: index) {
                finds.append(Find(range: index..<end, name: "jwt", isCertain: true))
                index = end
            } else if let (shape, end) = shape(in: bytes, at: index) {
                finds.append(Find(range: index..<end, name: shape.name, isCertain: true))
                index = end
            } else {
                index += 1
            }
        }
        return finds
    }

    private static func shape(in bytes: [UInt8], at start: Int) -> (CredentialShape, Int)? {
        guard bytes[start].isLetter else { return nil }
        for shape in CredentialShape.all where shape.prefix[0] == bytes[start] {
            if let end = shape.end(in: bytes, at: start) { return (shape, end) }
        }
        return nil
    }

    /// The end of a JSON Web Token: three parts, the first two of which are JSON objects in Base64.
    private static func tokenEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start...].starts(with: "eyJ".utf8) else { return nil }
        var end = start
        while end < bytes.count, bytes[end].isWordOrDot { end += 1 }
        let parts = bytes[start..<end].split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count >= 3 && parts[0].count >= 10 && parts[1].count >= 4 ? end : nil
    }

    /// Private keys in PEM.
    private static func keys(in bytes: [UInt8]) -> [Find] {
        let marker = Array("PRIVATE KEY-----".utf8)
        let places = ByteSearch.all(of: marker, in: bytes)
        return stride(from: 0, to: places.count, by: 2).map { index in
            let end = index + 1 < places.count ? places[index + 1].upperBound : bytes.count
            let before = bytes[..<places[index].lowerBound]
            let start = ByteSearch.all(of: Array("-----BEGIN".utf8), in: Array(before)).last?.lowerBound
            return Find(range: (start ?? places[index].lowerBound)..<end, name: "private-key", isCertain: false)
        }
    }

    /// `name=value` and `name: value` where the name is like that of a credential and the value like chance.
    private static func assignments(in bytes: [UInt8]) -> [Find] {
        bytes.indices.filter { bytes[$0] == UInt8(ascii: "=") || bytes[$0] == UInt8(ascii: ":") }.compactMap { sign in
            let isFiller: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 || $0 == 0x5C }
            var nameEnd = sign
            while nameEnd > 0, isFiller(bytes[nameEnd - 1]) { nameEnd -= 1 }
            var nameStart = nameEnd
            while nameStart > 0, bytes[nameStart - 1].isWordOrDot { nameStart -= 1 }
            let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
            guard !name.isEmpty, SecretName.isLikely(name) else { return nil }
            var start = sign + 1
            while start < bytes.count, isFiller(bytes[start]) { start += 1 }
            var end = start
            while end < bytes.count, !isDelimiter(bytes[end]) { end += 1 }
            let isQuery = nameStart > 0 && (bytes[nameStart - 1] == 0x3F || bytes[nameStart - 1] == 0x26)
            let value = bytes[start..<end]
            let isChosen = SecretName.isPassword(name) && bytes[sign] == UInt8(ascii: "=") && value.count >= 4
            guard !value.isEmpty, isQuery || isChosen || SecretName.isOpaque(value) else { return nil }
            return Find(range: start..<end, name: "value-of-\(name)", isCertain: false)
        }
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "\"'`,;&<>()[]{}\\|#".utf8.contains(byte)
    }

    /// What follows `Bearer` and `Basic`.
    private static func schemes(in bytes: [UInt8]) -> [Find] {
        ["bearer ", "basic "].flatMap { scheme -> [Find] in
            let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
            return ByteSearch.all(of: Array(scheme.utf8), in: lower).compactMap { place in
                var end = place.upperBound
                while end < bytes.count, !isDelimiter(bytes[end]) { end += 1 }
                let value = bytes[place.upperBound..<end]
                guard SecretName.isOpaque(value) else { return nil }
                return Find(range: place.upperBound..<end, name: scheme.dropLast() + "-token", isCertain: true)
            }
        }
    }

    /// Name and password in a URL.
    private static func userInfo(in bytes: [UInt8]) -> [Find] {
        ByteSearch.all(of: Array("://".utf8), in: bytes).compactMap { place in
            var end = place.upperBound
            while end < bytes.count, !isDelimiter(bytes[end]), bytes[end] != 0x2F, bytes[end] != 0x3F { end += 1 }
            guard let at = bytes[place.upperBound..<end].lastIndex(of: UInt8(ascii: "@")), at > place.upperBound else {
                return nil
            }
            return Find(range: place.upperBound..<at, name: "url-user", isCertain: false)
        }
    }
}
