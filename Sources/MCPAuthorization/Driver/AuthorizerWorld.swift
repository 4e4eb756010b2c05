package import MCPHTTP

/// What an authorizer needs from outside: connections, a store, a browser, time and chance.
package struct AuthorizerWorld: Sendable {
    /// What the name of an origin stands for; nil where a proxy finds that out.
    package typealias Resolve = @Sendable (HTTPOrigin) async throws(HTTPFault) -> [NetworkAddress]?

    /// Makes the requests of discovery and login.
    package var exchanger: any HTTPExchanger
    /// Asked before anything is sent to an address that a public server names.
    package var resolve: Resolve
    /// Where grants and registrations are kept.
    package var store: any GrantStore
    /// Nil when nobody can log in, as in a service.
    package var browser: (any LoginBrowser)?
    /// Seconds since 1970.
    package var now: @Sendable () -> Int64
    /// Waits; throws when the task is cancelled.
    package var pause: @Sendable (Duration) async throws -> Void
    /// For states, verifiers and identifiers of statements.
    package var entropy: Entropy

    /// A world whose bounds and pauses are counted by the clock.
    package init<C: Clock<Duration>>(
        exchanger: any HTTPExchanger,
        store: any GrantStore,
        browser: (any LoginBrowser)? = nil,
        resolve: @escaping Resolve = { origin async throws(HTTPFault) in
            try await SystemResolver.addresses(of: origin.bareHost)
        },
        clock: C,
        now: @escaping @Sendable () -> Int64,
        entropy: Entropy = .system
    ) {
        self.exchanger = exchanger
        self.store = store
        self.browser = browser
        self.resolve = resolve
        self.now = now
        pause = { try await clock.sleep(for: $0, tolerance: nil) }
        self.entropy = entropy
    }
}
