/// URIs and their references by RFC 3986.
enum URISyntax {
    static func isURI(_ text: String) -> Bool {
        let reference = URIReference(text)
        return reference.scheme != nil && isSound(reference)
    }

    static func isReference(_ text: String) -> Bool {
        isSound(URIReference(text))
    }

    private static func isSound(_ reference: URIReference) -> Bool {
        if reference.scheme == nil, reference.authority == nil {
            let first = reference.path.utf8.prefix { $0 != UInt8(ascii: "/") }
            guard !first.contains(UInt8(ascii: ":")) else { return false }
        }
        return (reference.authority.map(isAuthority) ?? true)
            && consists(of: ":@/", reference.path.utf8)
            && consists(of: ":@/?", (reference.query ?? "").utf8)
            && consists(of: ":@/?", (reference.fragment ?? "").utf8)
    }

    private static func isAuthority(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard let hostAndPort = parts.last, parts.count <= 2 else { return false }
        if parts.count == 2 {
            guard consists(of: ":", parts[0]) else { return false }
        }
        let host = Array(hostAndPort)[...]
        let (name, port) = split(host)
        guard port.allSatisfy(\.isDigit) else { return false }
        guard name.first == UInt8(ascii: "[") else { return consists(of: "", name) }
        return name.last == UInt8(ascii: "]") && isLiteral(name.dropFirst().dropLast())
    }

    private static func split(_ hostAndPort: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        let end = hostAndPort.lastIndex(of: UInt8(ascii: "]")) ?? hostAndPort.startIndex
        guard let colon = hostAndPort[end...].firstIndex(of: UInt8(ascii: ":")) else { return (hostAndPort, []) }
        return (hostAndPort[..<colon], hostAndPort[(colon + 1)...])
    }

    /// What stands in brackets: an IPv6 address, or `v`, a version and an address of the future.
    private static func isLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "v") else { return HostSyntax.isIPv6(bytes) }
        var reader = ByteReader(bytes.dropFirst())
        guard !reader.takeAll(while: \.isHexDigit).isEmpty, reader.take(".") else { return false }
        return !reader.isAtEnd && !reader.rest.contains(UInt8(ascii: "%")) && consists(of: ":", reader.rest)
    }

    /// Whether there is nothing but unreserved characters, sub-delimiters, percent escapes and some more.
    private static func consists(of more: StaticString, _ bytes: some Collection<UInt8>) -> Bool {
        var escaped = 0
        for byte in bytes {
            if escaped > 0 {
                guard byte.isHexDigit else { return false }
                escaped -= 1
            } else if byte == UInt8(ascii: "%") {
                escaped = 2
            } else {
                let isPlain = byte.isLetter || byte.isDigit || byte.isOne(of: "-._~!$&'()*+,;=")
                guard isPlain || byte.isOne(of: more) else { return false }
            }
        }
        return escaped == 0
    }
}
