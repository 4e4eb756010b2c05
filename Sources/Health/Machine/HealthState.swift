/// What people are told about a server.
package enum HealthState: String, Sendable, Hashable, CaseIterable {
    /// It answers and its credential was accepted, both lately; or it needs none.
    case connected
    /// It answers, but slowly, not always, or with a vendor in trouble behind it.
    case degraded
    /// It cannot be reached, or its credential is not accepted.
    case disconnected
    /// Nobody looked yet, or not lately enough.
    case unknown

    /// One sign for tables.
    package var icon: String {
        switch self {
        case .connected: "✅"
        case .degraded: "⚠️"
        case .disconnected: "❌"
        case .unknown: "❔"
        }
    }
}
