/// How patiently a broken event stream is taken up again.
package struct ReconnectBounds: Sendable, Hashable {
    /// The pause before the first attempt when the server names none; it doubles with each failure.
    package var firstPause: Duration
    /// No pause is longer, whoever asks for it.
    package var longestPause: Duration
    /// Failures in a row after which the stream is given up.
    package var attempts: Int

    /// Defaults: pauses of 1 to 30 seconds, five failures in a row.
    package init(firstPause: Duration = .seconds(1), longestPause: Duration = .seconds(30), attempts: Int = 5) {
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.attempts = attempts
    }
}
