import Glibc

/// Why the command cannot do what it was told: all reasons, and the exit code that goes with them.
package struct CommandFault: Error {
    /// Each names the thing, the fault and the fix.
    package let lines: [String]
    private let code: Int32

    /// Words that it does not take; exit code 64.
    package init(usage lines: [String]) {
        self.lines = lines
        code = 64
    }

    /// One word that it does not take.
    package init(usage line: String) {
        self.init(usage: [line])
    }

    /// A script that is wrong; exit code 65.
    package init(script lines: [String]) {
        self.lines = lines
        code = 65
    }

    /// A program that belongs to this one and is not there; exit code 69.
    package init(missing line: String) {
        lines = [line]
        code = 69
    }

    /// A port that cannot be opened; exit code 71.
    package init(port: Int, _ reason: String) {
        lines = ["port \(port) of 127.0.0.1 cannot be opened (\(reason)): give another --port, or 0"]
        code = 71
    }

    /// Says all of it on stderr and ends this process.
    package func endProcess() -> Never {
        let hint = code == 64 ? ["openwork-mock --help says what it takes"] : []
        let text = Array((lines + hint).map { $0 + "\n" }.joined().utf8)
        // There is nobody left to tell when this fails.
        _ = write(STDERR_FILENO, text, text.count)
        exit(code)
    }
}
