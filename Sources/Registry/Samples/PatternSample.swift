/// A short text that matches a regular expression, for patterns as configuration fields and probes have them.
///
/// Reads literals, classes, groups, alternatives and counts. What else there is (look-around, back references) is passed
/// over, so the result has to be tried before anything depends on it.
package struct PatternSample {
    private var rest: Substring

    /// A text for this pattern; empty for one that asks for nothing.
    package static func text(for pattern: String) -> String {
        var reader = PatternSample(rest: pattern[...])
        return reader.alternatives()
    }

    private mutating func alternatives() -> String {
        let first = sequence()
        while rest.first == "|" {
            rest.removeFirst()
            _ = sequence()
        }
        return first
    }

    private mutating func sequence() -> String {
        var text = ""
        while let next = rest.first, next != "|", next != ")" {
            let piece = atom()
            text += String(repeating: piece, count: leastCount())
        }
        return text
    }

    private mutating func atom() -> String {
        switch rest.removeFirst() {
        case "^", "$": return ""
        case ".": return "x"
        case "[": return characterClass()
        case "(": return group()
        case "\\": return escaped()
        case let literal: return String(literal)
        }
    }

    private mutating func group() -> String {
        var isAssertion = false
        if rest.hasPrefix("?") {
            // (?: and (?i: group; (?= (?! (?<= (?<! only look.
            isAssertion = ["?=", "?!", "?<=", "?<!"].contains { rest.hasPrefix($0) }
            rest = rest.drop { $0 != ":" && $0 != ")" && $0 != "=" && $0 != "!" }
            if let mark = rest.first, mark != ")" { rest.removeFirst() }
        }
        let text = alternatives()
        if rest.first == ")" { rest.removeFirst() }
        return isAssertion ? "" : text
    }

    private mutating func characterClass() -> String {
        var isNegated = false
        if rest.first == "^" {
            isNegated = true
            rest.removeFirst()
        }
        var members: [Character] = []
        while let next = rest.first, next != "]" {
            rest.removeFirst()
            if next == "\\" { members += Array(escaped()) } else { members.append(next) }
        }
        if !rest.isEmpty { rest.removeFirst() }
        guard isNegated else { return members.first.map { String($0) } ?? "" }
        let usual: [Character] = ["x", "0", "-", "_"]
        return usual.first { !members.contains($0) }.map { String($0) } ?? ""
    }

    private mutating func escaped() -> String {
        guard let mark = rest.popFirst() else { return "" }
        switch mark {
        case "d": return "0"
        case "w", "S", "D": return "x"
        case "W", "s": return " "
        case "n": return "\n"
        case "t": return "\t"
        case "b", "B", "A", "z", "Z": return ""
        default: return String(mark)
        }
    }

    /// How often what was just read has to be there, by the count behind it.
    private mutating func leastCount() -> Int {
        var count = 1
        switch rest.first {
        case "?", "*":
            rest.removeFirst()
            count = 0
        case "+":
            rest.removeFirst()
        case "{":
            let inside = rest.dropFirst().prefix { $0 != "}" }
            guard let least = Int(inside.prefix { $0 != "," }) else { return 1 }
            rest = rest[inside.endIndex...].dropFirst()
            count = least
        default:
            return 1
        }
        // Lazy or possessive: the least is the same.
        if rest.first == "?" || rest.first == "+" { rest.removeFirst() }
        return count
    }
}
