/// Scheme, host and port: the border that credentials and redirects do not cross.
package struct HTTPOrigin: Sendable, Hashable {
    /// Whether the connection is encrypted.
    package enum Scheme: String, Sendable, Hashable {
        case http, https

        /// The port where an address names none.
        package var defaultPort: Int { self == .https ? 443 : 80 }
    }

    /// Also decides the port where none is named.
    package let scheme: Scheme
    /// In lower case; an IPv6 address is in brackets.
    package let host: String
    /// From 0 to 65535.
    package let port: Int

    /// Names an origin; without a port it is the scheme's own.
    package init(scheme: Scheme, host: String, port: Int? = nil) {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port ?? scheme.defaultPort
    }

    /// The host as a `Host` header names it: with the port unless it is the scheme's own.
    package var authority: String {
        port == scheme.defaultPort ? host : "\(host):\(port)"
    }

    /// The host as the system's resolver takes it: an IPv6 address without its brackets.
    package var bareHost: String {
        host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    }

    /// Whether the host is this machine by definition, without asking a name server.
    package var isLoopback: Bool { HostName.isLoopback(host) }
}

extension HTTPOrigin: CustomStringConvertible {
    package var description: String { "\(scheme.rawValue)://\(authority)" }
}
