import Conformance

/// Text made safe for Markdown as GitHub and GitLab read it: no markup comes out of it.
enum MarkdownText {
    /// For the inside of a line or of a cell.
    static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in Excerpt.visible(text).unicodeScalars {
            switch scalar {
            case "&": plain += "&amp;"
            case "<": plain += "&lt;"
            case ">": plain += "&gt;"
            case "|": plain += "&#124;"
            // An entity is not read as markup, in tables and summaries too.
            case "@", "#", "*", "_", "`", "[", "]", "!", "\\", "~", "$", ":": plain += "&#\(scalar.value);"
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// Lines as they are, fenced by more backticks than stand in them.
    static func block(_ text: String) -> [String] {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + "text", text, fence]
    }
}
