import Synchronization

/// What one server wrote to its standard error, without its secrets: the last lines in memory.
package final class ServerLog: Sendable {
    private let ring = Mutex<[LogLine]>([])
    private let followers = Broadcast<LogLine>()

    init() {}

    /// The last lines, oldest first.
    package func lines(last limit: Int = 200) -> [LogLine] {
        ring.withLock { Array($0.suffix(max(0, limit))) }
    }

    /// Lines from now on.
    package func follow() -> Subscription<LogLine> { followers.follow() }
}
