/// What a broken rule looks like: expected, actual, and the message that shows it.
package struct Finding: Hashable, Sendable {
    /// What a server that keeps the rule does.
    package let expected: String
    /// What this server did.
    package let actual: String
    /// The offending message; nil when the fault is an absence.
    package let message: Excerpt?

    /// A finding in one line, with the message that shows it.
    package init(expected: String, actual: String, message: Excerpt? = nil) {
        self.expected = expected
        self.actual = actual
        self.message = message
    }
}
