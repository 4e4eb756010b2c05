/// How many tasks there may be, for how long, and how often they are asked after.
package struct TaskBounds: Sendable, Hashable {
    /// Tasks at a time, finished ones that are still kept included.
    package var count: Int
    /// Those of them that one caller may have.
    package var countPerCaller: Int
    /// From its creation a task is kept so long, and no longer.
    package var timeToLive: Duration
    /// What clients are asked to wait between two polls.
    package var pollInterval: Duration

    /// Bounds that suit a server of a few clients.
    package init(
        count: Int = 1_000,
        countPerCaller: Int = 500,
        timeToLive: Duration = .seconds(600),
        pollInterval: Duration = .milliseconds(200)
    ) {
        self.count = count
        self.countPerCaller = countPerCaller
        self.timeToLive = timeToLive
        self.pollInterval = pollInterval
    }
}
