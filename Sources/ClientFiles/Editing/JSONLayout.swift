import JSON

/// How a file is laid out: its indentation, its ends of line, and what stands on a line.
struct JSONLayout {
    let unit: String
    let newline: String
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        newline = bytes.contains(0x0D) ? "\r\n" : "\n"
        // The first indented line that is not a comment's says how deep one level is.
        let lines = bytes.split(separator: 0x0A)
        let indents = lines.map { $0.prefix { $0 == 0x20 || $0 == 0x09 } }
        let first = zip(lines, indents).first { line, indent in
            !indent.isEmpty && line.dropFirst(indent.count).first == 0x22
        }
        unit = first.map { String(decoding: $0.1, as: UTF8.self) } ?? "  "
    }

    /// The white space with which the line of a place begins.
    func indent(ofLineAt place: Int) -> String {
        let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start..<place].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// The end of the comments that follow a place on its line; the place itself where none do.
    func end(ofLineOf place: Int) -> Int {
        var end = place
        var next = place
        while let byte = bytes[safe: next] {
            if byte == 0x20 || byte == 0x09 {
                next += 1
            } else if byte == UInt8(ascii: "/"), let after = RelaxedLexer.comment(in: bytes, at: next) {
                end = bytes[safe: after - 1] == 0x0D ? after - 1 : after
                next = after
            } else {
                break
            }
        }
        return end
    }

    /// Where to begin taking a member out: what stands between has comments of others that stay.
    func onlyOwnLine(from start: Int, to member: Int) -> Int {
        guard bytes[start..<member].contains(where: { $0 > 0x20 }) else { return start }
        guard let line = bytes[start..<member].lastIndex(of: 0x0A) else { return member }
        return bytes[safe: line - 1] == 0x0D ? line - 1 : line
    }

    func text(_ value: JSONValue, indent: String) -> [UInt8] { Array(string(value, indent: indent).utf8) }

    /// A value over several lines, of which all but the first are indented.
    func string(_ value: JSONValue, indent: String) -> String {
        let lines = value.text(.pretty).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let body = line.drop { $0 == " " }
            let depth = (line.count - body.count) / 2
            return (index == 0 ? "" : indent + String(repeating: unit, count: depth)) + body
        }.joined(separator: newline)
    }
}
