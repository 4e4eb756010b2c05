/// Where watching one integration differs from the usual policy; nil keeps what is usual.
package struct HealthOverrides: Sendable, Hashable {
    /// From one probe to the next.
    package var interval: Duration?
    /// An answer that takes longer is slow.
    package var slowLimit: Duration?
    /// A probe is given up after this.
    package var probeTimeLimit: Duration?
    /// A server that takes no messages by then has not started.
    package var startTimeLimit: Duration?
    /// Failures in a row until a connected integration counts as disconnected.
    package var failuresUntilDisconnected: Int?
    /// Good contacts in a row until it counts as recovered.
    package var successesUntilConnected: Int?

    /// Overrides that change nothing.
    package init() {}

    /// These, and where they say nothing, others.
    package func filled(from other: HealthOverrides) -> HealthOverrides {
        var result = self
        result.interval = interval ?? other.interval
        result.slowLimit = slowLimit ?? other.slowLimit
        result.probeTimeLimit = probeTimeLimit ?? other.probeTimeLimit
        result.startTimeLimit = startTimeLimit ?? other.startTimeLimit
        result.failuresUntilDisconnected = failuresUntilDisconnected ?? other.failuresUntilDisconnected
        result.successesUntilConnected = successesUntilConnected ?? other.successesUntilConnected
        return result
    }
}
