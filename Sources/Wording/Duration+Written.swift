extension Duration {
    /// Reads `250us`, `500ms`, `2s`, `1.5s`, `1m`, `2h`; nil for anything else, also for a number without a unit.
    package init?(writtenAs text: String) {
        let units: [(suffix: String, nanoseconds: Double)] = [
            ("us", 1e3), ("ms", 1e6), ("ns", 1), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.suffix) }),
            let number = Double(text.dropLast(unit.suffix.count)), number >= 0, number.isFinite,
            number * unit.nanoseconds < 1e18
        else { return nil }
        self = .nanoseconds(Int64(number * unit.nanoseconds))
    }

    /// With the largest unit up to the second that leaves no fraction: `2s`, `500ms`, `250us`.
    package var written: String {
        let nanoseconds = components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
        let units: [(suffix: String, nanoseconds: Int64)] = [("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000)]
        guard let unit = units.first(where: { nanoseconds % $0.nanoseconds == 0 }) else { return "\(nanoseconds)ns" }
        return "\(nanoseconds / unit.nanoseconds)\(unit.suffix)"
    }
}
