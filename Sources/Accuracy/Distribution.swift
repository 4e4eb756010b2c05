package import JSON

/// How long something took, over many times.
package struct Distribution: Sendable, Hashable {
    private var values: [Duration] = []

    /// None yet.
    package init() {}

    /// One more; nothing is added for nil.
    package mutating func add(_ value: Duration?) {
        if let value { values.append(value) }
    }

    /// The times of another one, too.
    package mutating func add(_ other: Distribution) { values += other.values }

    /// How many there are.
    package var count: Int { values.count }

    /// The least value that so large a part of all values does not exceed; nil when there are none.
    package func quantile(_ part: Double) -> Duration? {
        guard !values.isEmpty else { return nil }
        let place = Int((part * Double(values.count)).rounded(.up)) - 1
        return values.sorted()[min(max(0, place), values.count - 1)]
    }

    /// Count and seconds at the usual parts; members without a value are left out.
    package var json: JSONValue {
        var object: JSONObject = ["count": JSONValue(count)]
        for (name, part) in Self.parts { object[name] = quantile(part).map { JSONValue(seconds: $0) } }
        return .object(object)
    }

    /// The parts that are reported.
    static let parts = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1.0)]
}

extension JSONValue {
    /// Seconds with thousandths.
    init(seconds duration: Duration) {
        self = .number(JSONNumber(floatLiteral: (duration.seconds * 1_000).rounded() / 1_000))
    }
}

extension Duration {
    /// With fractions.
    var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }

    /// For tables: as many digits as one reads.
    var shown: String {
        if self < .seconds(1) { return "\(Int((seconds * 1_000).rounded())) ms" }
        if self < .seconds(10) { return "\((seconds * 10).rounded() / 10) s" }
        return "\(Int(seconds.rounded())) s"
    }
}
