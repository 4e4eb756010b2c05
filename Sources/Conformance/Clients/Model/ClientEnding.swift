/// How one start of the client under test came to its end.
package enum ClientEnding: Sendable, Hashable {
    /// It ended itself, with this code and these last words on standard error.
    case exited(Int32, words: String)
    /// A signal ended it, which was not ours.
    case killed(String, words: String)
    /// It was still there when its time was over, and was ended with its whole process group.
    case timedOut(Duration)
    /// It could not be started; says why.
    case notStarted(String)

    /// A few words, for a report.
    package var summary: String {
        switch self {
        case .exited(let code, let words): "it ended with exit code \(code)" + ClientEnding.quoted(words)
        case .killed(let signal, let words): "it was \(signal)" + ClientEnding.quoted(words)
        case .timedOut(let bound): "it was still running after \(bound.short)"
        case .notStarted(let reason): "it could not be started: \(reason)"
        }
    }

    private static func quoted(_ words: String) -> String {
        words.isEmpty ? "" : ", and said: \(words)"
    }
}
