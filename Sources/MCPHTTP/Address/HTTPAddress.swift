/// The absolute address of something served over HTTP, without fragment and without credentials.
package struct HTTPAddress: Sendable, Hashable {
    /// Where the connection goes.
    package let origin: HTTPOrigin
    /// The path, beginning with a slash; dots are resolved.
    package let path: String
    /// What follows the question mark; nil without one.
    package let query: String?

    /// Puts an address together; a path without a leading slash is given one.
    package init(origin: HTTPOrigin, path: String = "/", query: String? = nil) {
        self.origin = origin
        self.path = path.hasPrefix("/") ? path : "/" + path
        self.query = query
    }

    /// Reads an absolute address.
    package init(_ text: String) throws(HTTPAddressError) {
        try Self.checkCharacters(of: text)
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            throw .scheme(text.firstIndex(of: ":").map { String(text[..<$0]) } ?? "")
        }
        let name = text[..<colon].lowercased()
        guard let scheme = HTTPOrigin.Scheme(rawValue: name) else { throw .scheme(name) }
        try self.init(scheme: scheme, afterSlashes: text[colon...].dropFirst(3))
    }

    /// Reads a reference found in something that came from this address, as RFC 3986 section 5.2 resolves it.
    package func resolving(_ reference: String) throws(HTTPAddressError) -> HTTPAddress {
        try Self.checkCharacters(of: reference)
        if reference.hasPrefix("//") {
            return try HTTPAddress(scheme: origin.scheme, afterSlashes: reference.dropFirst(2))
        }
        if Self.hasScheme(reference) { return try HTTPAddress(reference) }
        let (referencePath, referenceQuery) = Self.split(Substring(reference))
        if referencePath.isEmpty {
            return HTTPAddress(origin: origin, path: path, query: referenceQuery ?? query)
        }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        let merged = referencePath.hasPrefix("/") ? referencePath : folder + referencePath
        return HTTPAddress(origin: origin, path: Self.withoutDots(merged), query: referenceQuery)
    }

    /// Path and query as they stand in a request line.
    package var target: String { query.map { "\(path)?\($0)" } ?? path }

    private init(scheme: HTTPOrigin.Scheme, afterSlashes rest: Substring) throws(HTTPAddressError) {
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else { throw .credentials }
        guard let (host, port) = HostName.split(authority) else { throw .host(String(authority)) }
        let (path, query) = Self.split(rest.dropFirst(authority.count))
        self.init(
            origin: HTTPOrigin(scheme: scheme, host: host, port: port),
            path: Self.withoutDots(path),
            query: query
        )
    }

    private static func split(_ text: Substring) -> (path: Substring, query: String?) {
        let text = text.prefix { $0 != "#" }
        let path = text.prefix { $0 != "?" }
        return (path, path.endIndex == text.endIndex ? nil : String(text[path.endIndex...].dropFirst()))
    }

    private static func hasScheme(_ text: String) -> Bool {
        guard let end = text.firstIndex(where: { ":/?#".contains($0) }), text[end] == ":" else { return false }
        return text.first?.isLetter == true
    }

    private static func withoutDots(_ path: Substring) -> String {
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case "..":
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append("") }
            case ".":
                if isLast { segments.append("") }
            default:
                segments.append(part)
            }
        }
        return "/" + segments.joined(separator: "/")
    }

    private static func checkCharacters(of text: String) throws(HTTPAddressError) {
        let offset = text.utf8.enumerated().first { !(0x21...0x7E).contains($0.element) }?.offset
        if let offset { throw .character(offset: offset) }
    }
}

extension HTTPAddress: CustomStringConvertible {
    package var description: String { "\(origin)\(target)" }
}
