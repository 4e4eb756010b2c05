/// When a server is started again after it ended by itself, and when one that nobody uses is stopped.
package struct RestartPolicy: Sendable, Hashable {
    /// The pause after the first exit, positive; it doubles with each exit that follows.
    package var firstPause: Duration
    /// No pause is longer than this.
    package var longestPause: Duration
    /// A pause is made longer or shorter by up to this share of it, 0 to 1, so that many servers do not start at once.
    package var jitter: Double
    /// So many exits within `loopWindow` are a crash loop: from then on each pause is the longest.
    package var loopExits: Int
    /// The time within which exits count towards a crash loop.
    package var loopWindow: Duration
    /// A server that ran for so long is sound again: what went before is forgotten.
    package var steadyAfter: Duration
    /// A server that nobody used for so long is stopped; nil for never.
    package var idleLimit: Duration?

    /// One second to five minutes, a fifth of jitter, five exits in five minutes, and no stop for idleness, unless given.
    package init(
        firstPause: Duration = .seconds(1),
        longestPause: Duration = .seconds(300),
        jitter: Double = 0.2,
        loopExits: Int = 5,
        loopWindow: Duration = .seconds(300),
        steadyAfter: Duration = .seconds(120),
        idleLimit: Duration? = nil
    ) {
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.jitter = jitter
        self.loopExits = loopExits
        self.loopWindow = loopWindow
        self.steadyAfter = steadyAfter
        self.idleLimit = idleLimit
    }

    /// The pause after so many exits in a row, at least one; the chance, 0 to 1, is where it lies within its jitter.
    func pause(afterExits count: Int, chance: Double) -> Duration {
        let doublings = min(max(0, count - 1), 30)
        let pause = min(firstPause * (1 << doublings), longestPause)
        return min(pause * (1 + jitter * (2 * chance - 1)), longestPause)
    }
}
