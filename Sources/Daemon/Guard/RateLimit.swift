/// A bucket that fills at a steady rate: so many requests at once, so many a second in the long run.
package struct RateLimit: Sendable, Hashable {
    private let perSecond: Double
    private let burst: Double
    private var left: Double
    private var latest: Duration?

    /// A full bucket.
    package init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
        left = burst
    }

    /// A request comes; the time counts from an origin that stays the same.
    /// - Returns: nil when it may pass, otherwise after how long one may.
    package mutating func admit(at now: Duration) -> Duration? {
        let passed = max(0, (now - (latest ?? now)) / .seconds(1))
        latest = max(now, latest ?? now)
        left = min(burst, left + passed * perSecond)
        guard left < 1 else {
            left -= 1
            return nil
        }
        return .seconds((1 - left) / perSecond)
    }
}
