/// The ways in which vendors say when to come again, as they stand in the value of a header: `{wait}` and so on.
package enum Wait: String, Sendable, Hashable, CaseIterable {
    /// Seconds from now.
    case seconds = "wait"
    /// Milliseconds from now.
    case milliseconds = "waitMs"
    /// Seconds since 1970.
    case epoch = "waitEpoch"
    /// Milliseconds since 1970.
    case epochMilliseconds = "waitEpochMs"
    /// A date in the form of HTTP.
    case date = "waitDate"
    /// A date and time in the form of ISO 8601.
    case iso = "waitISO"

    /// A text with every `{wait…}` in it filled in.
    ///
    /// Times are in seconds; now counts from 1970.
    static func filled(_ text: String, wait: Int64, now: Int64) -> String {
        guard text.contains("{wait") else { return text }
        return allCases.reduce(text) { text, form in
            text.split(separator: "{\(form.rawValue)}", omittingEmptySubsequences: false)
                .joined(separator: form.written(wait: wait, now: now))
        }
    }

    private func written(wait: Int64, now: Int64) -> String {
        switch self {
        case .seconds: "\(wait)"
        case .milliseconds: "\(wait * 1_000)"
        case .epoch: "\(now + wait)"
        case .epochMilliseconds: "\((now + wait) * 1_000)"
        case .date: CalendarTime(secondsSince1970: now + wait).httpDate
        case .iso: CalendarTime(secondsSince1970: now + wait).iso8601
        }
    }
}
