/// How long the history of health is kept, and how finely.
package struct HealthRetention: Sendable, Hashable {
    /// For so long contacts are kept by the minute, then by the hour.
    package var minutes: Duration
    /// For so long contacts are kept by the hour, then by the day.
    package var hours: Duration
    /// For so long anything is kept.
    package var days: Duration
    /// Changes of state kept of each integration, the newest.
    package var changes: Int

    /// Six hours by the minute, two weeks by the hour, 400 days in all, and 1,000 changes, unless given.
    package init(
        minutes: Duration = .seconds(6 * 3_600),
        hours: Duration = .seconds(14 * 86_400),
        days: Duration = .seconds(400 * 86_400),
        changes: Int = 1_000
    ) {
        self.minutes = minutes
        self.hours = hours
        self.days = days
        self.changes = changes
    }
}
