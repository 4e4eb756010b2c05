/// Text fitted into columns; every character counts as one cell.
extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }

    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }

    func cut(to width: Int) -> String {
        count <= width ? self : String(prefix(Swift.max(0, width - 1))) + "…"
    }

    var withoutTrailingSpaces: String {
        var text = self[...]
        while text.last == " " {
            text.removeLast()
        }
        return String(text)
    }

    /// Lines of at most so many characters, broken at spaces where there are any.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ", omittingEmptySubsequences: false) {
            var word = String(word)
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            while word.count > width {
                lines.append(String(word.prefix(width)))
                word.removeFirst(width)
            }
            line = line.isEmpty ? word : line + " " + word
        }
        return lines + [line]
    }
}
