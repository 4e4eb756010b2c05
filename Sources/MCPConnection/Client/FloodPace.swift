/// Makes a peer wait that says more than anybody asked for: reading it all would take the time of others.
///
/// Answers are free. What was not asked for may come in thousands at once, and then at a steady rate, in messages and in
/// bytes. Times are since any fixed point.
struct FloodPace: Sendable, Hashable {
    /// Messages that may come at once, and in a second in the long run.
    static let messages = Pace(burst: 5_000, rate: 2_000)
    /// Bytes of them, likewise.
    static let bytes = Pace(burst: Double(32 << 20), rate: Double(4 << 20))
    /// A reader does not sleep longer than this at a time: answers come over the same channel.
    static let longestPause = Duration.milliseconds(50)
    /// What one message may have to make up for that is as long as messages may be.
    static let longestPauseForBytes = Duration.seconds(4)

    private var messages = FloodPace.messages
    private var bytes = FloodPace.bytes

    /// So many messages came that nobody asked for, so long together: how long not to read; nil to go on.
    mutating func pause(after count: Int, bytes length: Int = 0, at now: Duration) -> Duration? {
        let byCount = messages.pause(after: Double(count), at: now).map { min(Self.longestPause, $0) }
        let byLength = bytes.pause(after: Double(length), at: now).map { min(Self.longestPauseForBytes, $0) }
        return [byCount, byLength].compactMap(\.self).max()
    }
}
