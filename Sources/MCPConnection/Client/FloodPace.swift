/// Makes a peer wait that says more than anybody asked for: reading it all would take the time of others.
///
/// Answers are free. What was not asked for may come in thousands at once, and then at a steady rate.
/// Times are since any fixed point.
struct FloodPace: Sendable, Hashable {
    /// Messages that may come at once.
    static let burst = 5_000.0
    /// Messages a second in the long run.
    static let rate = 2_000.0
    /// A reader does not sleep longer than this at a time: answers come over the same channel.
    static let longestPause = Duration.milliseconds(50)

    private var allowance = FloodPace.burst
    private var last: Duration?

    /// So many messages came that nobody asked for: how long not to read; nil to go on.
    mutating func pause(after count: Int, at now: Duration) -> Duration? {
        let passed = last.map { (now - $0) / .seconds(1) } ?? 0
        last = now
        allowance = min(Self.burst, allowance + passed * Self.rate) - Double(count)
        guard allowance < 0 else { return nil }
        return min(Self.longestPause, .seconds(-allowance / Self.rate))
    }
}
