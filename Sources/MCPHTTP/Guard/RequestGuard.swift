package import HTTPTypes

/// Who may talk to a server, as far as `Host`, `Origin` and `Sec-Fetch-Site` tell: the defence against DNS rebinding.
package struct RequestGuard: Sendable, Hashable {
    /// Why a request is refused with status 403.
    package enum Refusal: Sendable, Hashable {
        /// The `Host` header is missing or names somebody else.
        case host(String?)
        case origin(String)
        /// A browser says that a foreign site sent it.
        case crossSite
    }

    /// Hosts in lower case that the server answers to, beside loopback; with a port only that port.
    package var hosts: Set<String>
    /// Origins of web pages that may call, as they stand in the header, beside pages from loopback.
    package var origins: Set<String>
    /// Whether `localhost`, 127.0.0.0/8 and `[::1]` are accepted, with any port.
    package var acceptsLoopback: Bool

    /// Accepts loopback and the named hosts and origins; names are compared without case.
    package init(hosts: Set<String> = [], origins: Set<String> = [], acceptsLoopback: Bool = true) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.origins = Set(origins.map { $0.lowercased() })
        self.acceptsLoopback = acceptsLoopback
    }

    /// Looks at one request, by its `Host` header or the authority of HTTP/2; nil lets it pass.
    ///
    /// A request without `Origin` does not come from a web page.
    package func refusal(authority: String?, fields: HTTPFields) -> Refusal? {
        guard let authority, allows(host: authority) else { return .host(authority) }
        for origin in fields[values: .origin] where !allows(origin: origin) { return .origin(origin) }
        let isForeign = fields[values: Self.fetchSite].contains { $0.lowercased() == "cross-site" }
        return isForeign && fields[.origin] == nil ? .crossSite : nil
    }

    private func allows(host authority: String) -> Bool {
        guard let (host, _) = HostName.split(authority) else { return false }
        if acceptsLoopback, HostName.isLoopback(host) { return true }
        return hosts.contains(host) || hosts.contains(authority.lowercased())
    }

    private func allows(origin: String) -> Bool {
        if origins.contains(origin.lowercased()) { return true }
        guard acceptsLoopback, let address = try? HTTPAddress(origin) else { return false }
        return address.target == "/" && address.origin.isLoopback
    }

    private static let fetchSite: HTTPField.Name = {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("no field name") }
        return name
    }()
}

extension RequestGuard.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .host(nil): "the request names no host"
        case .host(let host?): "this server does not answer to the host \(String(host.prefix(128)).debugDescription)"
        case .origin(let origin): "pages from \(String(origin.prefix(128)).debugDescription) may not call this server"
        case .crossSite: "pages of other sites may not call this server"
        }
    }
}
