extension Duration {
    /// Whole milliseconds, rounded down.
    package var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    /// For people: milliseconds below ten seconds, seconds above.
    package var short: String {
        wholeMilliseconds < 10_000 ? "\(wholeMilliseconds) ms" : "\(wholeMilliseconds / 1000) s"
    }

    /// Seconds with three digits, as JUnit and JSON reports write them.
    package var seconds: String {
        let rest = String(wholeMilliseconds % 1000)
        return "\(wholeMilliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
