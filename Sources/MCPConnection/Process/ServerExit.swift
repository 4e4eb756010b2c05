/// How one server process ended, from the request to end to the last process gone.
package struct ServerExit: Sendable, Hashable {
    /// What it took to end it.
    package enum Ending: Sendable, Hashable {
        /// It had ended before we asked.
        case byItself
        /// Closing its input was enough.
        case afterInputClosed(Duration)
        /// It needed SIGTERM; the time counts from the signal.
        case afterTerminate(Duration)
        /// It needed SIGKILL; the time counts from the signal.
        case afterKill(Duration)
        /// Not even SIGKILL ended it within its bound: it hangs in the kernel.
        case stuck
    }

    /// What it took.
    package var ending: Ending
    /// Nil only when it is stuck.
    package var status: ServerExitStatus?
    /// Processes it had started that outlived it and were ended by us.
    package var leftovers: [Leftover]
    /// The end of what it wrote to its standard error.
    package var errorTail: ErrorTail

    /// True when it ended by itself or on the end of its input, and left nobody behind.
    package var isOrderly: Bool {
        switch ending {
        case .byItself, .afterInputClosed: leftovers.isEmpty
        case .afterTerminate, .afterKill, .stuck: false
        }
    }
}
