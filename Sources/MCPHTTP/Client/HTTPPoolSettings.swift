/// How connections to servers are made and kept.
package struct HTTPPoolSettings: Sendable {
    /// Loopback is always reached directly.
    package var proxies: ProxySettings
    /// Files with certificates in PEM form that are trusted beside those of the system.
    package var extraAuthorities: [String]
    /// From the first attempt to connect to a connection that can be used, encryption included.
    package var connectBound: Duration
    /// HTTP/1 connections to one origin; further requests wait for a free one, and HTTP/2 needs just one.
    package var connectionsPerOrigin: Int
    /// How long an unused connection is kept.
    package var idleBound: Duration

    /// Defaults: no proxy, the system's authorities, 64 connections per origin.
    package init(
        proxies: ProxySettings = .none,
        extraAuthorities: [String] = [],
        connectBound: Duration = .seconds(10),
        connectionsPerOrigin: Int = 64,
        idleBound: Duration = .seconds(60)
    ) {
        self.proxies = proxies
        self.extraAuthorities = extraAuthorities
        self.connectBound = connectBound
        self.connectionsPerOrigin = connectionsPerOrigin
        self.idleBound = idleBound
    }
}
