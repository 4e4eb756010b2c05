import MCPConnection

extension ProcessEnding {
    /// What the exit of a process means for the checks.
    init(_ exit: ServerExit, endedBeforeClose: Bool, delay: Duration?) {
        let cause: Cause =
            switch exit.ending {
            case .byItself: endedBeforeClose || delay == nil ? .ownAccord : .inputClosed
            case .afterInputClosed: .inputClosed
            case .afterTerminate: .terminated
            case .afterKill, .stuck: .killed
            }
        self.init(
            cause: cause,
            status: exit.status?.description ?? "stuck in the kernel",
            isSuccess: exit.status == .code(0),
            delay: delay,
            leftovers: exit.leftovers.map { "\($0.name) (\($0.pid))" },
            standardError: exit.errorTail.lines.suffix(5).joined(separator: "\n")
        )
    }

    /// The end in a sentence, with the last words on standard error.
    var story: String {
        let words = standardError.isEmpty ? "" : "; its standard error ends with: \(standardError)"
        return "the server ended (\(status))\(words)"
    }
}
