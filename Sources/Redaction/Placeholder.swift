/// The marks that stand where something was taken out.
package enum Placeholder {
    static let opening = "<redacted:"
    static let closing: Character = ">"

    /// The mark for a name; the same name always gets the same mark, so that a replay still matches.
    package static func text(_ name: String) -> String {
        opening + name + String(closing)
    }

    /// Whether a text has a mark in it.
    package static func isContained(in text: String) -> Bool {
        !text.isEmpty && pieces(of: text).count > 1
    }

    /// Whether a text is what the recorded one was, as far as its marks let anybody tell.
    package static func matches(recorded: String, _ text: String) -> Bool {
        let pieces = pieces(of: recorded)
        guard pieces.count > 1 else { return recorded.utf8.elementsEqual(text.utf8) }
        var rest = Array(text.utf8)[...]
        guard rest.starts(with: pieces[0]) else { return false }
        rest = rest.dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() {
            guard let found = ByteSearch.first(of: piece, in: rest) else { return false }
            rest = rest[(found + piece.count)...]
        }
        guard let last = pieces.last else { return false }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    /// What stands between the marks.
    private static func pieces(of text: String) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        let opening = Array(opening.utf8)
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while let start = ByteSearch.first(of: opening, in: rest),
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            pieces.append(Array(rest[..<start]))
            rest = rest[(end + 1)...]
        }
        return pieces + [Array(rest)]
    }
}
