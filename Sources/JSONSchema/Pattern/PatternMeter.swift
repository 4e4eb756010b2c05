import CPCRE2

/// What a search found, and what it cost.
struct PatternMatch: Sendable, Hashable {
    enum Outcome: Sendable, Hashable {
        case found
        case absent
        case tooExpensive
    }

    let outcome: Outcome
    let steps: Int
}

/// Counts what a search does: PCRE2 calls it between any two items of the pattern.
///
/// PCRE2's own limits count calls per starting position and nothing inside a repeated class, so an innocent text of a
/// megabyte could keep it busy for hours. Counting how far the position moves counts everything, over all starts.
struct PatternMeter {
    typealias Callout =
        @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> CInt

    var remaining: Int
    private var lastPosition = 0

    init(remaining: Int) {
        self.remaining = remaining
    }

    /// Called by PCRE2; any answer but zero ends the search.
    static let callout: Callout = { block, data in
        guard let block, let data else { return 0 }
        let meter = data.assumingMemoryBound(to: PatternMeter.self)
        return meter.pointee.move(to: block.pointee.current_position) ? 0 : PCRE2_ERROR_CALLOUT
    }

    private mutating func move(to position: Int) -> Bool {
        remaining -= 1 + abs(position - lastPosition)
        lastPosition = position
        return remaining > 0
    }
}
