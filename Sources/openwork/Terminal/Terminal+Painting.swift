import Glibc

extension Terminal {
    /// How much room the window has.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (100, 40) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Writes over what the window shows, without a moment in which it is empty; the last row stays free.
    static func paint(_ text: String) {
        guard isWatched else { return print(text + "\n") }
        let lines = text.replacing("\n", with: "\u{1B}[K\n")
        print("\u{1B}[H\(lines)\u{1B}[K\u{1B}[J")
    }
}
