/// Decides when a request may be sent: by the tiers of the skill, and by what the vendor said before.
///
/// Every time is counted from the same moment. Nothing here waits.
struct Pacer: Sendable {
    /// What may be asked for at a moment.
    enum Decision: Sendable, Hashable {
        /// Send it after this time; its place is taken.
        case send(after: Duration)
        /// It would have to wait longer than it may.
        case refuse(Duration)
    }

    /// A request, as far as limits go.
    struct Route: Sendable, Hashable {
        /// The operation and the first part of its path that is an argument: vendors count by both.
        let name: String
        /// The value of that part; a bucket of the vendor has one limit for each.
        var major: String?
        var tier: PacingTier?
        /// The value that the tier counts by; nil when all calls share it.
        var tierValue: String?
    }

    private struct Lane: Hashable {
        let tier: String
        let value: String?
    }

    static let laneLimit = 4_096

    /// Longer than this, nothing is held back because of a number that came with a good answer: it may be misread.
    static let longestForesight = Duration.seconds(3_600)

    private var full: [Lane: Duration] = [:]
    private var blocked: [String: Duration] = [:]
    private var buckets: [String: String] = [:]
    private var blockedGlobally = Duration.zero

    init() {}

    /// Tiers that are being counted.
    var laneCount: Int { full.count }

    /// Asks for a place; one that is refused is not taken.
    mutating func reserve(_ route: Route, now: Duration, patience: Duration) -> Decision {
        var start = max(now, blockedGlobally, blocked[key(of: route)] ?? .zero)
        guard let tier = route.tier else { return decide(start - now, patience) }
        // A tier is a bucket that leaks evenly: `full` is when it would be empty again.
        let lane = Lane(tier: tier.name, value: route.tierValue)
        let share = tier.period / tier.requests
        start = max(start, (full[lane] ?? .zero) - (tier.period - share))
        let decision = decide(start - now, patience)
        if case .send = decision {
            full[lane] = max(full[lane] ?? .zero, start) + share
            if full.count > Self.laneLimit { full = full.filter { $0.value > now } }
        }
        return decision
    }

    /// Takes in what an answer says about the limits.
    mutating func learn(_ reading: RateReading, isThrottled: Bool, about route: Route, now: Duration) {
        if let bucket = reading.bucket {
            if buckets.count > Self.laneLimit { buckets = [:] }
            buckets[route.name] = "\(bucket) \(route.major ?? "")"
        }
        let foreseen = reading.reset.map { min($0, Self.longestForesight) }
        let pause = isThrottled ? reading.pause : reading.remaining == 0 ? foreseen : nil
        guard let pause else { return }
        if reading.isGlobal, isThrottled {
            blockedGlobally = max(blockedGlobally, now + pause)
        } else {
            if blocked.count > Self.laneLimit { blocked = blocked.filter { $0.value > now } }
            blocked[key(of: route)] = now + pause
        }
    }

    private func key(of route: Route) -> String { buckets[route.name] ?? route.name }

    private func decide(_ wait: Duration, _ patience: Duration) -> Decision {
        wait > patience ? .refuse(wait) : .send(after: wait)
    }
}
