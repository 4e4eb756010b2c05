package import Health
package import JSON

/// How often each state was shown where another should have been.
package struct Confusion: Sendable, Hashable {
    private var counts: [HealthState: [HealthState: Int]] = [:]
    /// Where another state was shown, in words; the first ones only.
    package private(set) var mistakes: [String] = []

    /// Nothing was shown yet.
    package init() {}

    /// How many mistakes are kept in words.
    private static let kept = 40

    /// One more; the place is only written down for a mistake.
    package mutating func add(expected: HealthState, shown: HealthState, at place: @autoclosure () -> String) {
        counts[expected, default: [:]][shown, default: 0] += 1
        guard expected != shown, mistakes.count < Self.kept else { return }
        mistakes.append("\(place()): \(expected.rawValue) was expected, \(shown.rawValue) was shown")
    }

    /// Another one's counts, too.
    package mutating func add(_ other: Confusion) {
        for (expected, row) in other.counts { counts[expected, default: [:]].merge(row, uniquingKeysWith: +) }
        mistakes = Array((mistakes + other.mistakes).prefix(Self.kept))
    }

    /// How often this one was shown where that one was expected.
    package func count(_ expected: HealthState, _ shown: HealthState) -> Int { counts[expected]?[shown] ?? 0 }

    /// All that were shown.
    package var total: Int { counts.values.flatMap(\.values).reduce(0, +) }

    /// Those that were otherwise than expected.
    package var wrong: Int { total - HealthState.allCases.reduce(0) { $0 + count($1, $1) } }

    /// By expected, then by shown state.
    package var json: JSONValue {
        var object: JSONObject = [:]
        for expected in HealthState.allCases {
            var row: JSONObject = [:]
            for shown in HealthState.allCases { row[shown.rawValue] = JSONValue(count(expected, shown)) }
            object[expected.rawValue] = .object(row)
        }
        return .object(object)
    }
}
