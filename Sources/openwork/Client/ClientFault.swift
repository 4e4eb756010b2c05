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
            Self.words(problem)
        case .usage(let words), .local(let words): words
        }
    }

    /// Each fault with its fix; what all have in common stands at the end, once.
    private static func words(_ problem: Problem) -> String {
        let faults = problem.faults.map { fault in
            let field = fault.field.isEmpty ? "" : "\(fault.field): "
            return "  \(field)\(fault.message)" + (fault.fix == problem.fix ? "" : ": \(fault.fix)")
        }
        let isTold = !problem.faults.isEmpty && problem.faults.allSatisfy { $0.fix != problem.fix }
        return ([problem.detail] + faults + (isTold || problem.fix.isEmpty ? [] : ["  → \(problem.fix)"]))
            .joined(separator: "\n")
    }
}
