/// What `openwork-conform` ends with; scripts may rely on each number.
package enum RunExitCode: Int32, CaseIterable, Sendable {
    /// Every rule that counts is kept.
    case passed = 0
    /// A rule that counts is broken.
    case failed = 1
    /// Nothing that counts is broken, but something could not be tried; also an interrupted run.
    case incomplete = 3
    /// The command line is wrong.
    case usage = 64
    /// A registry, suite or fixture is wrong.
    case badData = 65
    /// The fault is ours.
    case harnessFault = 70

    /// The meaning in a few words, for the help page.
    package var meaning: String {
        switch self {
        case .passed: "every check passed"
        case .failed: "a check failed"
        case .incomplete: "nothing failed, but something could not be tried"
        case .usage: "wrong usage"
        case .badData: "a bad registry, suite or fixture"
        case .harnessFault: "a fault of openwork-conform itself"
        }
    }
}
