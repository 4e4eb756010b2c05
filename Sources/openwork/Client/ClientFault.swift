import DaemonAPI

/// Why a command could not do what it was told.
enum ClientFault: Error, CustomStringConvertible {
    /// Nothing answers, or not as a daemon does.
    case unreachable(String, String)
    /// The daemon refused.
    case problem(Problem)
    /// What was typed cannot be used.
    case usage(String)
    /// Something is wrong here.
    case local(String)

    var exitCode: Int32 {
        switch self {
        case .unreachable: 3
        case .problem, .local: 1
        case .usage: 64
        }
    }

    var description: String {
        switch self {
        case .unreachable(let base, let reason):
            "no daemon answers at \(base) (\(reason)): start it with openworkd, or give its address with --url"
        case .problem(let problem):
            ([problem.detail] + problem.faults.map { "  \($0.field): \($0.message): \($0.fix)" }
                + [problem.faults.isEmpty ? "  → \(problem.fix)" : ""])
                .filter { !$0.isEmpty }.joined(separator: "\n")
        case .usage(let words), .local(let words): words
        }
    }
}
