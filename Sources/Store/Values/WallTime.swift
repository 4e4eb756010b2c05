/// A moment of the wall clock in milliseconds since 1970: what is kept, and shown to people.
///
/// Nothing is decided by it but the age of what is kept; for that the machines have clocks that nobody can set.
package struct WallTime: Sendable, Hashable, Comparable {
    /// Since the beginning of 1970, UTC.
    package var milliseconds: Int64

    /// A moment so many milliseconds after the beginning of 1970.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment so much later, or earlier when negative.
    package func advanced(by span: Duration) -> WallTime {
        WallTime(milliseconds: milliseconds + span.microseconds / 1_000)
    }

    package static func < (left: WallTime, right: WallTime) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
