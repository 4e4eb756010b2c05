/// A store of allowance that fills up again with time: what comes faster than that for long has to wait.
///
/// Times are since any fixed point.
package struct Pace: Sendable, Hashable {
    /// What may come at once.
    package let burst: Double
    /// What may come in a second in the long run; above 0.
    package let rate: Double
    private var allowance: Double
    private var last: Duration?

    /// Nothing has come yet.
    package init(burst: Double, rate: Double) {
        (self.burst, self.rate) = (burst, rate)
        allowance = burst
    }

    /// So much has come, and counts: how long until the store is made up for; nil where it was enough.
    package mutating func pause(after amount: Double, at now: Duration) -> Duration? {
        fill(now)
        allowance -= amount
        return allowance < 0 ? .seconds(-allowance / rate) : nil
    }

    /// Takes the amount where there is so much; otherwise nothing of it counts.
    /// - Returns: nil when it may pass, otherwise after how long it may.
    package mutating func admit(_ amount: Double = 1, at now: Duration) -> Duration? {
        fill(now)
        guard allowance >= amount else { return .seconds((amount - allowance) / rate) }
        allowance -= amount
        return nil
    }

    private mutating func fill(_ now: Duration) {
        let passed = last.map { (now - $0) / .seconds(1) } ?? 0
        last = max(now, last ?? now)
        allowance = min(burst, allowance + max(0, passed) * rate)
    }
}
