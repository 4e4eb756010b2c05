/// An answer of the daemon that does not have the promised form: usually one of another version.
package struct AnswerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the answer.
    package let place: String
    /// What was expected there.
    package let expected: String

    /// Something else stood at a place than was expected.
    package init(place: String, expected: String) {
        self.place = place
        self.expected = expected
    }

    package var description: String {
        "the daemon's answer has no \(expected) at \(place): let the daemon and openwork be of one version"
    }
}
