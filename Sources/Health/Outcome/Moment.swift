/// A point in time, counted from an origin that the caller chooses once; no wall clock, so nobody can set it back.
///
/// The edge keeps the pair of both clocks and converts for people and for the store. Time before the origin is negative,
/// so that a history from an earlier run can be told again. Use a clock that goes on while the host sleeps.
package struct Moment: Sendable, Hashable, Comparable {
    /// Since the origin; negative before it.
    package var sinceOrigin: Duration

    /// A moment so long after the origin.
    package init(_ sinceOrigin: Duration) {
        self.sinceOrigin = sinceOrigin
    }

    /// The origin itself.
    package static let origin = Moment(.zero)

    /// The moment so much later, or earlier when negative.
    package func advanced(by duration: Duration) -> Moment {
        Moment(sinceOrigin + duration)
    }

    /// How long it is from another moment to this one; negative when that one is later.
    package func since(_ other: Moment) -> Duration {
        sinceOrigin - other.sinceOrigin
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.sinceOrigin < right.sinceOrigin
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    package var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }
}
