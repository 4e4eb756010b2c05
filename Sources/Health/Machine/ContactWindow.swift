/// The contacts of the last while, bounded in time and in number: rates and latencies.
struct ContactWindow: Sendable, Hashable {
    private struct Sample: Sendable, Hashable {
        var at: Moment
        /// Nil for contacts whose duration says nothing about the server.
        var latency: Duration?
        var isGood: Bool
    }

    private let span: Duration
    private let limit: Int
    private var samples: [Sample] = []

    init(span: Duration, limit: Int) {
        self.span = span
        self.limit = max(1, limit)
    }

    mutating func add(latency: Duration?, isGood: Bool, at: Moment) {
        samples.append(Sample(at: at, latency: latency, isGood: isGood))
        let start = at.advanced(by: .zero - span)
        let old = samples.prefix { $0.at < start }.count
        samples.removeFirst(max(old, samples.count - limit))
    }

    mutating func removeAll() {
        samples = []
    }

    /// Separate troubles: failed contacts in a row are one.
    func troubles(at now: Moment) -> Int {
        var count = 0
        var wasGood = true
        for sample in inside(now) {
            if wasGood, !sample.isGood { count += 1 }
            wasGood = sample.isGood
        }
        return count
    }

    /// The share of failed contacts; nil without any.
    func errorRate(at now: Moment) -> Double? {
        let inside = inside(now)
        return inside.isEmpty ? nil : Double(inside.count { !$0.isGood }) / Double(inside.count)
    }

    /// The latency that so much of the good contacts did not exceed, by nearest rank; nil without any.
    func latency(quantile: Double, at now: Moment) -> Duration? {
        let sorted = inside(now).compactMap { $0.isGood ? $0.latency : nil }.sorted()
        guard !sorted.isEmpty else { return nil }
        let rank = Int((quantile * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    private func inside(_ now: Moment) -> ArraySlice<Sample> {
        let start = now.advanced(by: .zero - span)
        return samples.drop { $0.at < start }
    }
}
