/// The contacts of one span of time, counted.
package struct ContactSummary: Sendable, Hashable {
    /// How long a span is; spans begin at whole multiples of it since 1970, UTC.
    package enum Width: Int64, Sendable, Hashable, CaseIterable {
        case minute = 60_000
        case hour = 3_600_000
        case day = 86_400_000

        /// The beginning of the span that holds a moment.
        package func start(of moment: WallTime) -> WallTime {
            WallTime(milliseconds: moment.milliseconds - moment.milliseconds % rawValue)
        }
    }

    /// When the span begins.
    package var start: WallTime
    /// How long it is.
    package var width: Width
    /// Contacts by class of outcome, `good`, `auth` and so on; classes without any are absent.
    package var counts: [String: Int]
    /// The mean of the latencies; nil without any.
    package var meanLatency: Duration?
    /// The longest of the latencies; nil without any.
    package var longestLatency: Duration?

    /// All contacts of the span.
    package var total: Int { counts.values.reduce(0, +) }
}
