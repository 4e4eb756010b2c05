import Glibc

/// Standard output and error, and the person before them.
enum Terminal {
    /// Whether a person reads standard output.
    static var isWatched: Bool { isatty(STDOUT_FILENO) == 1 }

    static func print(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        write("openwork: " + text + "\n", to: STDERR_FILENO)
    }

    /// Tells whoever waits what goes on; standard output is for the answer.
    static func say(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Begins the window anew.
    static func clear() {
        if isWatched { write("\u{1B}[2J\u{1B}[H", to: STDOUT_FILENO) }
    }

    /// A line that somebody types without seeing it, or one from a pipe; nil at the end of the input.
    static func secret(_ prompt: String) -> String? {
        var before = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &before) == 0
        if isTerminal {
            // Before the prompt, and dropping nothing: who types or pastes at once neither sees it nor loses it.
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSADRAIN, &silent)
            write(prompt, to: STDERR_FILENO)
        }
        let line = readLine(strippingNewline: true)
        if isTerminal {
            tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
            write("\n", to: STDERR_FILENO)
        }
        return line
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if errno == EINTR || errno == EAGAIN { continue }
                return
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
