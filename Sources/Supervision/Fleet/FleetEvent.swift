package import Health
package import Store

/// One thing that changed about an integration.
package struct FleetEvent: Sendable, Hashable {
    /// What changed.
    package enum Kind: Sendable, Hashable {
        /// Its state of health.
        case health(HealthEvent.Change)
        /// Where it is in its life.
        case phase(LifecyclePhase)
        /// The list of its tools: ask for it anew.
        case tools
        /// It is run as somebody wants it now, for the first time or anew.
        case assigned
        /// It is run no more.
        case withdrawn
    }

    /// The id of the integration.
    package var integration: String
    /// When, for people.
    package var at: WallTime
    /// What changed.
    package var kind: Kind
}
