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

    /// How much room the window has.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (100, 40) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Writes over what the window shows, without a moment in which it is empty.
    static func paint(_ text: String) {
        guard isWatched else { return print(text + "\n") }
        let lines = text.replacing("\n", with: "\u{1B}[K\n")
        write("\u{1B}[H\(lines)\u{1B}[K\u{1B}[J", to: STDOUT_FILENO)
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
            write(prompt, to: STDERR_FILENO)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        }
        let line = readLine(strippingNewline: true)
        if isTerminal {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
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
