import Health

/// What is to be done for a server after something happened to it.
enum HostAction: Sendable, Hashable {
    /// Make a connection.
    case start
    /// End the connection, or the attempt to make one.
    case stop
    /// Probe it over its connection; an urgent probe goes before others.
    case probe(isUrgent: Bool)
    /// Tell everybody, and write down, that its health changed.
    case changed(HealthEvent.Change)
    /// Write down a contact.
    case keep(Outcome)
    /// Tell everybody.
    case announce(FleetEvent.Kind)
    /// Whoever waits for a verdict can have one.
    case verdict
}
