/// Which deliveries came already: one that somebody listened to and sends again is let in no second time.
struct HookLedger: Sendable {
    /// As long as a signature is taken, in both directions from now.
    static let spanInSeconds: Int64 = 600
    static let limit = 20_000

    private var seen: [[UInt8]: Int64] = [:]

    /// How many are remembered.
    var count: Int { seen.count }

    /// Whether a delivery is new, which it is not from now on.
    ///
    /// One that cannot be remembered is not taken for new.
    mutating func admit(_ delivery: [UInt8], at now: Int64) -> Bool {
        if seen.count >= Self.limit { seen = seen.filter { $0.value > now - Self.spanInSeconds } }
        guard seen.count < Self.limit else { return false }
        if let before = seen[delivery], before > now - Self.spanInSeconds { return false }
        seen[delivery] = now
        return true
    }
}
