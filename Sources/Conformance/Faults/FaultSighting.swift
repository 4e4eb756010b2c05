package import Health

/// What was seen of one row of the fault matrix, on one server and over one transport.
package struct FaultSighting: Sendable, Hashable {
    /// What a contact showed.
    package struct Seen: Sendable, Hashable {
        /// What it came to.
        package let code: OutcomeCode
        /// How far it had come.
        package let step: ContactStep
        /// Whether the entry's own signatures say so.
        package let isDeclared: Bool
        /// The states that followed.
        package let states: [FaultExpectation.History: HealthState]
        /// From the start of the contact to the verdict, ending the server not counted.
        package let elapsed: Duration
    }

    /// How it went.
    package enum Result: Sendable, Hashable {
        /// A contact was made.
        case seen(Seen)
        /// This server cannot show it; says why.
        case notApplicable(String)
        /// No contact was made; says why.
        case incomplete(String)
    }

    /// The row.
    package let row: FaultExpectation
    /// The server, and how it was reached.
    package let subject: Subject
    /// By when the verdict had to be there.
    package let limit: Duration
    /// How it went.
    package let result: Result
    /// What was expected, with what was seen in its place; empty when all is as declared.
    package let deviations: [Deviation]

    /// One thing that is not as declared.
    package struct Deviation: Sendable, Hashable {
        /// What the row says.
        package let expected: String
        /// What was seen.
        package let actual: String
    }

    /// What was seen; nil where nothing was.
    package var seen: Seen? {
        if case .seen(let seen) = result { seen } else { nil }
    }
}
