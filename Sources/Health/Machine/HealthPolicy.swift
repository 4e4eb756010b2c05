package import Registry

/// The limits by which contacts become a state; data, so that an entry or a user can change each.
package struct HealthPolicy: Sendable, Hashable {
    /// Evidence older than this counts no more.
    package var interval = Duration.seconds(300)
    /// From one probe to the next when all is well; less than the interval, so that evidence is renewed in time.
    package var probeEvery = Duration.seconds(200)
    /// From one probe to the next while something is to be confirmed.
    package var confirmEvery = Duration.seconds(10)
    /// The longest pause of ours, or asked for, before it is tried again.
    package var longestPause = Duration.seconds(6 * 3_600)
    /// An answer that takes longer is slow.
    package var slowLimit = Duration.seconds(10)
    /// A probe is given up after this.
    package var probeTimeLimit = Duration.seconds(30)
    /// A server that is not ready by then has not started.
    package var startTimeLimit = Duration.seconds(30)
    /// Failures to reach it, in a row, until a connected server counts as disconnected.
    package var failuresUntilDisconnected = 3
    /// Good contacts in a row until it counts as recovered.
    package var successesUntilConnected = 2
    /// How far back rates and latencies look.
    package var window = Duration.seconds(900)
    /// Contacts that the window holds at most.
    package var windowLimit = 256
    /// Separate troubles in the window from which on it counts as intermittent, until one of them has left the window.
    package var troublesUntilIntermittent = 3
    /// After the host woke, failures within this time are put down to the host.
    package var wakeGrace = Duration.seconds(30)

    /// The usual policy.
    package init() {}

    /// The usual policy, or another, with an entry's exceptions.
    package init(_ overrides: HealthOverrides, over policy: HealthPolicy = HealthPolicy()) {
        self = policy
        if let period = overrides.interval {
            interval = period
            probeEvery = period * 2 / 3
            window = max(window, period * 3)
        }
        slowLimit = overrides.slowLimit ?? slowLimit
        probeTimeLimit = overrides.probeTimeLimit ?? probeTimeLimit
        startTimeLimit = overrides.startTimeLimit ?? startTimeLimit
        failuresUntilDisconnected = max(1, overrides.failuresUntilDisconnected ?? failuresUntilDisconnected)
        successesUntilConnected = max(1, overrides.successesUntilConnected ?? successesUntilConnected)
    }
}
