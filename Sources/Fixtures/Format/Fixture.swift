/// A conversation with a server: one header, then what happened, in order.
package struct Fixture: Sendable, Hashable {
    /// What was recorded, from where, and for how long it counts.
    package var header: FixtureHeader
    /// Everything that went over the wire, and the end of the process.
    package var entries: [FixtureEntry]

    /// Puts a fixture together; nothing is checked.
    package init(header: FixtureHeader, entries: [FixtureEntry]) {
        self.header = header
        self.entries = entries
    }

    /// The first thing that the header says about the format.
    package static let format = "openwork-fixture/1"
}
