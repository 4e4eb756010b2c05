/// How a client ended, and what it said.
package struct CommandResult: Sendable, Hashable {
    /// How it ended.
    package enum Ending: Sendable, Hashable {
        case exited(Int32)
        /// A signal that we did not send.
        case killed(Int32)
        case timedOut
        case cancelled
        /// It is not there, or cannot be started; in words.
        case notStarted(String)
    }

    /// How it ended.
    package var ending: Ending
    /// Lines of standard output, the first megabyte of them.
    package var output: [String]
    /// The last lines of standard error.
    package var errors: [String]

    /// A run that is over.
    package init(_ ending: Ending, output: [String] = [], errors: [String] = []) {
        self.ending = ending
        self.output = output
        self.errors = errors
    }

    /// Whether it ended well.
    var isGood: Bool { ending == .exited(0) }
}
