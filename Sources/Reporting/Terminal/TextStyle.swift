/// What the place where text is printed can show.
package struct TextStyle: Hashable, Sendable {
    /// Whether colours and signs may be used: a terminal, not a pipe or a file.
    package let isTerminal: Bool
    /// Characters per line, at least 60.
    package let width: Int

    /// A place to print on; a width of nil is that of a wide page.
    package init(isTerminal: Bool, width: Int? = nil) {
        self.isTerminal = isTerminal
        self.width = max(60, width ?? 120)
    }

    /// Plain lines, as for a pipe.
    package static let plain = TextStyle(isTerminal: false)

    /// The ways in which a text can stand out.
    enum Emphasis: String {
        case good = "32"
        case bad = "31"
        case warning = "33"
        case strong = "1"
        case quiet = "2"
    }

    /// The text, emphasised where that can be shown.
    func emphasised(_ text: String, _ emphasis: Emphasis) -> String {
        isTerminal ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
    }
}
