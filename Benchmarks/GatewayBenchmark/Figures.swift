import JSON

/// What a run came to.
struct Figures: Sendable {
    /// Milliseconds.
    var median: Double
    /// Milliseconds.
    var p99: Double
    var perSecond: Double
    var calls: Int
    /// Milliseconds of processor time that the one in between takes for a call; nil where nobody is.
    var processor: Double?

    init(_ times: [Duration], in time: Duration) {
        let sorted = times.sorted()
        median = Self.milliseconds(sorted, 0.5)
        p99 = Self.milliseconds(sorted, 0.99)
        perSecond = Double(times.count) / (time / .seconds(1))
        calls = times.count
    }

    private static func milliseconds(_ sorted: [Duration], _ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] / .milliseconds(1)
    }

    /// The best of two runs in each figure: other work on the machine only makes worse.
    func best(_ other: Figures) -> Figures {
        var best = self
        best.median = min(median, other.median)
        best.p99 = min(p99, other.p99)
        best.perSecond = max(perSecond, other.perSecond)
        best.calls += other.calls
        best.processor = [processor, other.processor].compactMap(\.self).min()
        return best
    }

    var json: JSONValue {
        [
            "medianMs": Self.number(median), "p99Ms": Self.number(p99), "perSecond": Self.number(perSecond),
            "calls": .number(JSONNumber(calls)), "processorMs": processor.map(Self.number) ?? nil,
        ]
    }

    static func number(_ value: Double) -> JSONValue {
        JSONNumber((value * 10_000).rounded() / 10_000).map { .number($0) } ?? nil
    }
}
