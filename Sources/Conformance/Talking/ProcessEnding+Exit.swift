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

    /// The end in a sentence, with the last line on standard error.
    var story: String {
        let line = standardError.split(separator: "\n").last { $0.contains { !$0.isWhitespace } }
        let words = line.map { "; the last line of its standard error: \($0.drop(while: \.isWhitespace))" }
        return "the server ended (\(status))\(words ?? "")"
    }

    /// The last lines on standard error, for below a finding.
    var lastWords: Excerpt? {
        standardError.isEmpty ? nil : Excerpt(Array(standardError.utf8))
    }
}
