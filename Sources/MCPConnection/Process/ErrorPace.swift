/// How fast the standard error of a server is read: one that floods it is made to wait.
///
/// Times are since any fixed point.
struct ErrorPace: Sendable, Hashable {
    /// What a line costs beside its bytes: it is taken apart, looked through and handed on.
    static let lineCostInBytes = 256
    /// Bytes and costs of lines that may come at once, and in a second in the long run.
    static let limits = Pace(burst: Double(4 << 20), rate: Double(1 << 20))
    /// So that what comes after a flood is seen.
    static let longestPause = Duration.seconds(3)

    private var pace = ErrorPace.limits

    /// So much was read: how long not to read; nil to go on.
    mutating func pause(afterBytes count: Int, lines: Int, at now: Duration) -> Duration? {
        pace.pause(after: Double(count + lines * Self.lineCostInBytes), at: now).map { min(Self.longestPause, $0) }
    }
}
