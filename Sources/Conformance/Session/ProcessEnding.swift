/// How a server ended, and what it left behind.
package struct ProcessEnding: Hashable, Sendable {
    /// What made it end.
    package enum Cause: Hashable, Sendable {
        /// It ended by itself, before we closed its input.
        case ownAccord
        /// Closing its standard input was enough.
        case inputClosed
        /// It took SIGTERM.
        case terminated
        /// It took SIGKILL.
        case killed
    }

    /// What made it end.
    package let cause: Cause
    /// The status in words, such as "status 0" or "signal 9 (SIGKILL)".
    package let status: String
    /// Whether it exited by itself with status 0.
    package let isSuccess: Bool
    /// From closing its input to its end; nil when it ended before.
    package let delay: Duration?
    /// Processes of its group that outlived it, by id and command; they were ended.
    package let leftovers: [String]
    /// The last lines of its standard error, for a report.
    package let standardError: String

    /// How a server ended.
    package init(
        cause: Cause,
        status: String,
        isSuccess: Bool,
        delay: Duration?,
        leftovers: [String] = [],
        standardError: String = ""
    ) {
        self.cause = cause
        self.status = status
        self.isSuccess = isSuccess
        self.delay = delay
        self.leftovers = leftovers
        self.standardError = standardError
    }
}
