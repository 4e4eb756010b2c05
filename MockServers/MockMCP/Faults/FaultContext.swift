import JSON

/// What a fault may know beside the event: the time, its own dice, and how the session stands.
struct FaultContext: Sendable {
    /// Time since the mock started.
    var now: Duration = .zero
    /// Its own sequence, so that faults do not disturb each other's.
    var random: SeededRandom
    /// What carries the messages, for faults that show otherwise there.
    var transport = MockTransport.stdio
    /// What the client declared it can do, as soon as it has said so.
    var clientCapabilities: JSONObject = [:]
}
