import Glibc

extension Terminal {
    /// Whether a person types at standard input.
    static var isAnswered: Bool { isatty(STDIN_FILENO) == 1 }

    /// A line that somebody types or pastes, or one from a pipe; nil at the end of the input.
    static func ask(_ prompt: String) -> String? {
        prompt.withCString { _ = Glibc.write(STDERR_FILENO, $0, strlen($0)) }
        let line = readLine(strippingNewline: true)
        if !isAnswered { _ = Glibc.write(STDERR_FILENO, "\n", 1) }
        return line.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }

    /// Only y and yes mean yes; the end of the input means no.
    static func confirm(_ question: String) -> Bool {
        let answer = ask(question + " [y/N] ")?.lowercased()
        return answer == "y" || answer == "yes"
    }
}
