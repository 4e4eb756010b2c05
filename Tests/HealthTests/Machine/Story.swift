import Health

/// A random source that tells the same story for the same seed (SplitMix64).
struct StoryGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Something that happens to a machine.
enum Happening: Sendable {
    case contact(Outcome)
    case tick(Moment)
    case configured(missing: [String], Moment)
    case woke(Moment)

    var at: Moment {
        switch self {
        case .contact(let outcome): outcome.at
        case .tick(let at), .configured(_, let at), .woke(let at): at
        }
    }
}

/// A random life of a server, of any length.
struct Story: Sendable {
    var happenings: [Happening] = []

    /// Codes from the given ones; everything else is drawn too, times included.
    init(seed: UInt64, length: Int = 200, codes: [OutcomeCode] = OutcomeCode.allCases, contactsOnly: Bool = false) {
        var random = StoryGenerator(seed: seed)
        var now = 0.0
        for _ in 0..<length {
            now += Double.random(in: 0...(Int.random(in: 0..<10, using: &random) == 0 ? 700 : 40), using: &random)
            switch Int.random(in: 0..<30, using: &random) {
            case 0 where !contactsOnly:
                happenings.append(.configured(missing: Bool.random(using: &random) ? [] : ["A"], .seconds(now)))
            case 1 where !contactsOnly: happenings.append(.woke(.seconds(now)))
            case 2 where !contactsOnly: happenings.append(.tick(.seconds(now)))
            default:
                happenings.append(
                    .contact(
                        .contact(
                            codes[Int.random(in: 0..<codes.count, using: &random)],
                            took: .milliseconds(Int.random(in: 1...20_000, using: &random)),
                            at: now,
                            retryAfter: Bool.random(using: &random)
                                ? nil : .seconds(Int.random(in: 0...5_000, using: &random)),
                            proof: Bool.random(using: &random) ? .credential : .reachable,
                            source: Int.random(in: 0..<3, using: &random) == 0 ? .passive : .active,
                            basis: Bool.random(using: &random) ? .structure : .words
                        )
                    )
                )
            }
        }
    }

    /// Tells it to a machine, and hands every step to a check.
    func tell(
        _ machine: inout HealthMachine,
        _ check: (_ machine: HealthMachine, _ happening: Happening, _ events: [HealthEvent]) -> Void = { _, _, _ in }
    ) {
        for happening in happenings {
            let events =
                switch happening {
                case .contact(let outcome): machine.observe(outcome, at: outcome.at)
                case .tick(let at): machine.tick(at: at)
                case .configured(let missing, let at): machine.configured(missing: missing, at: at)
                case .woke(let at): machine.woke(at: at)
                }
            check(machine, happening, events)
        }
    }
}
