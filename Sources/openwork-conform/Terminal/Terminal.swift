import Conformance
import Glibc
import Reporting

/// Where we print: whether a person watches, and how wide the window is.
struct Terminal: Sendable {
    /// For reports, on standard output.
    let style: TextStyle
    /// Whether progress can be shown on standard error.
    let showsProgress: Bool
    /// Characters per line of standard error.
    let progressWidth: Int

    init(environment: [String: String]) {
        style = TextStyle(isTerminal: Self.showsColour(environment, on: 1), width: Self.width(of: 1))
        showsProgress = isatty(2) == 1 && environment["TERM"] != "dumb"
        progressWidth = Self.width(of: 2) ?? 80
    }

    /// Prints a report, whole.
    func print(_ text: String) {
        writeAll(text, to: 1)
    }

    /// Whether letters may be coloured and strong: on a terminal that can, for somebody who wants it.
    static func showsColour(_ environment: [String: String], on descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    private static func width(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}

/// Writes all of a text; what nobody reads any more is dropped.
func writeAll(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else {
            if errno == EINTR || errno == EAGAIN { continue }
            return
        }
        bytes = bytes.dropFirst(count)
    }
}
