/// How much longer one call may wait and try again because of throttling.
struct Patience: Sendable, Hashable {
    /// What to do after a refusal.
    enum Step: Sendable, Hashable {
        case wait(Duration)
        case giveUp
    }

    private(set) var left: Duration
    private(set) var attempts: Int

    init(_ limits: SkillLimits) {
        left = limits.waiting
        attempts = limits.attempts
    }

    /// Takes the time of a wait that was decided elsewhere.
    mutating func spend(_ wait: Duration) { left -= wait }

    /// A request was refused because there were too many; the vendor may have named a pause.
    mutating func throttled(_ pause: Duration?) -> Step {
        attempts -= 1
        let pause = pause ?? .seconds(1)
        guard attempts > 0, pause <= left else { return .giveUp }
        left -= pause
        return .wait(pause)
    }
}
