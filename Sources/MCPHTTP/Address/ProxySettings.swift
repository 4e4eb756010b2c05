/// Which proxy a request goes through, from the values of the usual environment variables.
package struct ProxySettings: Sendable, Hashable {
    /// For requests to http addresses; nil goes directly.
    package var http: ProxyServer?
    /// For requests to https addresses, which are tunnelled; nil goes directly.
    package var https: ProxyServer?
    /// Hosts reached directly: names with their subdomains, addresses, either with a port, or `*` for all.
    package var exceptions: [String]

    /// Every request goes directly.
    package static let none = ProxySettings()

    /// Sets both proxies by hand; exceptions are compared without case.
    package init(http: ProxyServer? = nil, https: ProxyServer? = nil, exceptions: [String] = []) {
        self.http = http
        self.https = https
        self.exceptions = exceptions.map { $0.lowercased() }
    }

    /// Reads the values of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; nil and empty ones say nothing.
    /// - Throws: the fault of the first address that cannot be used.
    package init(
        httpProxy: String?,
        httpsProxy: String?,
        allProxy: String? = nil,
        noProxy: String? = nil
    ) throws(HTTPAddressError) {
        let fallback = try Self.server(allProxy)
        self.init(
            http: try Self.server(httpProxy) ?? fallback,
            https: try Self.server(httpsProxy) ?? fallback,
            exceptions: (noProxy ?? "").split { ", \t".contains($0) }.map(String.init)
        )
    }

    /// The proxy for an origin; nil means directly, as for loopback always.
    package func proxy(for origin: HTTPOrigin) -> ProxyServer? {
        guard !origin.isLoopback, !exceptions.contains(where: { Self.covers($0, origin) }) else { return nil }
        return origin.scheme == .https ? https : http
    }

    private static func server(_ text: String?) throws(HTTPAddressError) -> ProxyServer? {
        guard let text, !text.isEmpty else { return nil }
        return try ProxyServer(text)
    }

    private static func covers(_ exception: String, _ origin: HTTPOrigin) -> Bool {
        if exception == "*" { return true }
        guard let (host, port) = HostName.split(exception) else { return false }
        guard port == nil || port == origin.port else { return false }
        let name =
            host.hasPrefix("*.") ? String(host.dropFirst(2)) : host.hasPrefix(".") ? String(host.dropFirst()) : host
        return origin.host == name || origin.host.hasSuffix("." + name)
    }
}
