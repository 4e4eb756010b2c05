/// How many requests a vendor takes in which time.
struct PacingTier: Sendable, Hashable {
    let name: String
    let requests: Int
    let period: Duration
    /// The argument each value of which has a tier of its own; nil when all calls share one.
    let argument: String?
}
