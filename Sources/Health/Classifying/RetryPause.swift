import Dates

/// Finds the pause that an HTTP response asks for, in the many headers that vendors use.
package enum RetryPause {
    /// Longer pauses are cut to this: whoever asks for more has made a mistake, or means forever.
    package static let longest = Duration.seconds(30 * 86_400)

    private static let headers = [
        "retry-after", "x-retry-after", "x-ratelimit-reset-after", "ratelimit-reset", "x-ratelimit-reset",
        "x-rate-limit-reset", "x-sentry-rate-limit-reset", "x-ratelimit-requests-reset",
    ]

    /// The pause from when the response came; nil when it names none.
    ///
    /// `Retry-After` counts as seconds, a date in any form of HTTP or ISO 8601, or seconds since 1970; a date is compared
    /// with the response's own `Date` where there is one, because clocks differ.
    package static func asked(by http: HTTPFacts) -> Duration? {
        let now = http["date"].flatMap(Self.moment) ?? http.receivedAt
        if let milliseconds = http["retry-after-ms"].flatMap({ Double($0) }) { return pause(milliseconds / 1_000, now) }
        for name in headers {
            guard let value = http[name] else { continue }
            let text = value.trimmed
            if let number = Double(text) {
                if let pause = pause(number, now) { return pause }
            } else if let date = Self.moment(text), let now {
                return pause(Double(max(0, date - now)), now)
            }
        }
        return structured(http["ratelimit"] ?? "").flatMap { pause($0, now) }
    }

    /// A number that is seconds, or a time in seconds or milliseconds since 1970; nil for a time when now is unknown.
    static func pause(_ number: Double, _ now: Int64?) -> Duration? {
        guard number.isFinite else { return nil }
        var seconds = number
        if number >= 1e9 {
            guard let now else { return nil }
            seconds = (number >= 1e12 ? number / 1_000 : number) - Double(now)
        }
        return min(.milliseconds(Int64(min(max(0, seconds), 1e9) * 1_000)), longest)
    }

    private static func moment(_ text: String) -> Int64? {
        HTTPDate(text)?.seconds ?? ISODate(text)?.seconds
    }

    /// `"default";r=0;t=50`, or `limit=10, remaining=0, reset=50`.
    private static func structured(_ text: String) -> Double? {
        for part in text.split(whereSeparator: { ";, ".contains($0) }) {
            for name in ["t=", "reset="] where part.hasPrefix(name) {
                if let number = Double(part.dropFirst(name.count)) { return number }
            }
        }
        return nil
    }

    /// Whether headers say that nothing is left, which is how some vendors mark a 403 that means 429.
    static func isExhausted(_ http: HTTPFacts) -> Bool {
        ["x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining"].contains { http[$0]?.trimmed == "0" }
    }
}

extension String {
    var trimmed: String {
        let kept = drop { $0.isWhitespace }
        return String(
            kept.prefix(
                kept.lastIndex { !$0.isWhitespace }.map { kept.distance(from: kept.startIndex, to: $0) + 1 } ?? 0
            )
        )
    }
}
