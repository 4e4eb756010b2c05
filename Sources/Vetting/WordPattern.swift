/// Words in a certain order, with a few others between them: `ignore|forget +2 previous|prior +1 instructions`.
///
/// `+2` lets up to two words come between, `.` is the end of a sentence, and `about|.` either. No match goes beyond a
/// sentence.
struct WordPattern: Sendable {
    private struct Part: Sendable {
        let words: Set<String>
        let gap: Int
    }

    private let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var gap = 0
        for piece in text.split(separator: " ") {
            if piece.hasPrefix("+") {
                gap = Int(piece.dropFirst()) ?? 0
            } else {
                parts.append(Part(words: Set(piece.split(separator: "|").map(String.init)), gap: gap))
                gap = 0
            }
        }
        self.parts = parts
    }

    /// The words with which a match can begin.
    var openings: Set<String> { parts.first?.words ?? [] }

    /// Where the match ends that begins at this word; nil when none does.
    func end(in words: [String], from start: Int) -> Int? { end(in: words, start, parts[...]) }

    private func end(in words: [String], _ place: Int, _ parts: ArraySlice<Part>) -> Int? {
        guard let part = parts.first else { return place }
        for next in place...(place + part.gap) {
            let word = next < words.count ? words[next] : "."
            if part.words.contains(word), let end = end(in: words, next + 1, parts.dropFirst()) {
                return min(end, words.count)
            }
            guard word != "." else { return nil }
        }
        return nil
    }

    /// A text as words in lower case, with `.` where a sentence ends; `don't` counts as `not`.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            guard !word.isEmpty else { return }
            words.append(word.hasSuffix("n't") ? "not" : word)
            word = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "_", "'": word.unicodeScalars.append(scalar)
            case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "’": word.append("'")
            case ".", "!", "?", ";", ":":
                close()
                if words.last != "." { words.append(".") }
            default:
                // The letters of ASCII are among the cases above.
                if !scalar.isASCII, scalar.properties.isAlphabetic {
                    word.unicodeScalars.append(scalar)
                } else {
                    close()
                }
            }
        }
        close()
        return words
    }
}
