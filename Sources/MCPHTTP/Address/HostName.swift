/// Rules about host names that need no name server.
enum HostName {
    /// `localhost` and its subdomains, 127.0.0.0/8 and ::1; an IPv6 address may be in brackets.
    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        if host == "[::1]" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Cuts `host`, `host:port` or `[address]:port` in two; nil when it is none of them.
    static func split(_ authority: some StringProtocol) -> (host: String, port: Int?)? {
        let hostEnd: String.Index
        if authority.first == "[" {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            hostEnd = authority.index(after: bracket)
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let host = authority[..<hostEnd]
        guard !host.isEmpty, host.utf8.allSatisfy(isAllowed) else { return nil }
        let rest = authority[hostEnd...]
        guard let colon = rest.first else { return (host.lowercased(), nil) }
        let digits = rest.dropFirst()
        guard colon == ":" else { return nil }
        // "host:" is legal, and means the scheme's own port.
        if digits.isEmpty { return (host.lowercased(), nil) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits), port <= 65_535 else {
            return nil
        }
        return (host.lowercased(), port)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:[]%!$&'()*+,;=".utf8.contains(byte)
        }
    }
}
