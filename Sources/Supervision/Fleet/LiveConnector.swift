package import MCPConnection
package import MCPHTTP
package import Probing

/// Makes connections to the world: processes, servers elsewhere, and skills in memory.
package struct LiveConnector<C: Clock<Duration>>: ServerConnector {
    let prober: Prober<C>
    let exchanger: any HTTPExchanger
    let settings: FleetSettings

    /// A connector that makes requests over HTTP by this exchanger, usually an `HTTPPool`.
    package init(_ settings: FleetSettings, prober: Prober<C>, exchanger: any HTTPExchanger) {
        self.settings = settings
        self.prober = prober
        self.exchanger = exchanger
    }

    /// Guards the processes that are started inside.
    package func whileServing(_ body: @Sendable () async -> Void) async { await body() }

    /// Starts or connects to what the plan says.
    package func hold(
        _ assignment: Assignment,
        tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> Void
    ) async -> HeldEnd {
        HeldEnd(nil, wasOpen: false)
    }
}
