/// How a process ended, as its parent is told.
package enum ServerExitStatus: Sendable, Hashable, CustomStringConvertible {
    /// It ended itself with this code, 0…255.
    case code(Int32)
    /// This signal ended it.
    case signal(Int32)

    /// "exit code 1", "killed by SIGKILL".
    package var description: String {
        switch self {
        case .code(let code): "exit code \(code)"
        case .signal(let number): "killed by \(Self.signalNames[number] ?? "signal \(number)")"
        }
    }

    private static let signalNames: [Int32: String] = [
        1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE",
        9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM", 24: "SIGXCPU", 25: "SIGXFSZ",
        31: "SIGSYS",
    ]
}
