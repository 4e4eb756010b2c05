/// How many lines of a log are kept when they come too fast: a store of them that fills up again with time.
struct LogBudget: Sendable, Hashable {
    /// Lines that may come at once.
    let burst: Double
    /// Lines in a second, in the long run.
    let perSecond: Double
    private var stored: Double
    private var lastMilliseconds: Int64?
    private var dropped = 0

    init(burst: Int = 2_000, perSecond: Int = 200) {
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
        stored = Double(burst)
    }

    /// What becomes of a line that comes now.
    enum Verdict: Sendable, Hashable {
        /// It is kept; so many were dropped before it.
        case keep(droppedBefore: Int)
        case drop
    }

    /// Judges a line.
    mutating func take(atMilliseconds now: Int64) -> Verdict {
        let elapsed = max(0, now - (lastMilliseconds ?? now))
        lastMilliseconds = now
        stored = min(burst, stored + Double(elapsed) / 1_000 * perSecond)
        // After a gap some room is waited for, so that not every second line is a gap.
        guard stored >= (dropped > 0 ? min(burst, 20) : 1) else {
            dropped += 1
            return .drop
        }
        stored -= 1
        return .keep(droppedBefore: flush())
    }

    /// Lines that were dropped and not told of yet.
    mutating func flush() -> Int {
        defer { dropped = 0 }
        return dropped
    }
}
