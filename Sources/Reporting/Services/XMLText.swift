/// Text made safe for XML 1.0: markup escaped, and characters that XML cannot carry written visibly.
enum XMLText {
    /// For the inside of an element.
    static func content(_ text: String) -> String {
        escaped(text, lineBreaks: false)
    }

    /// For an attribute in double quotes; line breaks and tabs survive as references.
    static func attribute(_ text: String) -> String {
        escaped(text, lineBreaks: true)
    }

    private static func escaped(_ text: String, lineBreaks: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r":
                escaped += lineBreaks || scalar == "\r" ? "&#\(scalar.value);" : String(scalar)
            case "\u{20}"..."\u{7E}", "\u{85}", "\u{A0}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
                escaped.unicodeScalars.append(scalar)
            default: escaped += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return escaped
    }
}
