/// What one call may cost.
struct SkillLimits: Sendable, Hashable {
    /// Bytes of a vendor's answer.
    var answerBytes = 1 << 20
    /// From the call to its result, waiting included.
    var total: Duration = .seconds(30)
    /// Waiting because of throttling, all pauses together.
    var waiting: Duration = .seconds(10)
    /// Requests one call may make: a throttled one is repeated.
    var attempts = 3
}
