import Dates
import Glibc

/// A moment of the wall clock as the API writes it: RFC 3339 in UTC, to the millisecond.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Since the beginning of 1970, UTC.
    package var milliseconds: Int64

    /// A moment so many milliseconds after the beginning of 1970.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Nil for a text that is no such moment.
    package init?(_ text: String) {
        guard let date = ISODate(text) else { return nil }
        let digits = text.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0.isNumber } ?? ""
        let padded = (digits + "000").prefix(3)
        milliseconds = date.seconds * 1_000 + (Int64(padded) ?? 0)
    }

    /// What the wall clock of this machine says.
    package static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Such as `2026-07-28T10:00:00.250Z`.
    package var text: String {
        var seconds = time_t(milliseconds / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [Int(parts.tm_year) + 1_900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)].map { Self.padded($0, 2) }
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.padded(Int($0), 2) }
        let rest = Self.padded(Int(milliseconds % 1_000), 3)
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + ".\(rest)Z"
    }

    /// How long it is from another moment to this one.
    package func since(_ other: Timestamp) -> Duration {
        .milliseconds(milliseconds - other.milliseconds)
    }

    /// The moment so much earlier.
    package func before(_ span: Duration) -> Timestamp {
        let (seconds, attoseconds) = span.components
        return Timestamp(milliseconds: milliseconds - seconds * 1_000 - attoseconds / 1_000_000_000_000_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
