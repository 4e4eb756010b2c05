package import Health
package import JSON

/// What a check that only knows up and down said, held against what should have been shown.
package struct CheckTally: Sendable, Hashable {
    /// Up and down, by the state that should have been shown.
    package private(set) var up: [HealthState: Int] = [:]
    /// As `up`, for those it called down.
    package private(set) var down: [HealthState: Int] = [:]

    /// Nothing was said yet.
    package init() {}

    /// One more verdict.
    package mutating func add(isUp: Bool, expected: HealthState) {
        if isUp { up[expected, default: 0] += 1 } else { down[expected, default: 0] += 1 }
    }

    /// Another one's verdicts, too.
    package mutating func add(_ other: CheckTally) {
        up.merge(other.up, uniquingKeysWith: +)
        down.merge(other.down, uniquingKeysWith: +)
    }

    /// Servers that nobody can use, and that it called up.
    package var missed: Int { up[.disconnected] ?? 0 }
    /// Servers that nobody can use.
    package var lost: Int { missed + (down[.disconnected] ?? 0) }
    /// Servers of which nothing is wrong.
    package var sound: Int { [HealthState.connected, .unknown].reduce(0) { $0 + (up[$1] ?? 0) + (down[$1] ?? 0) } }
    /// Of those, the ones that it called down.
    package var falseAlarms: Int { (down[.connected] ?? 0) + (down[.unknown] ?? 0) }
    /// Servers in trouble that answer: a check that knows two states has no word for them.
    package var troubled: Int { (up[.degraded] ?? 0) + (down[.degraded] ?? 0) }

    /// Both counts by state.
    package var json: JSONValue {
        func counts(_ counts: [HealthState: Int]) -> JSONValue {
            var object: JSONObject = [:]
            for state in HealthState.allCases { object[state.rawValue] = JSONValue(counts[state] ?? 0) }
            return .object(object)
        }
        return [
            "up": counts(up), "down": counts(down), "missed": JSONValue(missed), "lost": JSONValue(lost),
            "falseAlarms": JSONValue(falseAlarms), "sound": JSONValue(sound),
        ]
    }
}
