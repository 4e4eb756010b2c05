/// Which lines of a file in TOML belong to which table.
struct TOMLOutline {
    private let rows: [String]
    /// The rows with a table's name, with the name's parts.
    private let heads: [(row: Int, path: [String])]
    /// The first row with brackets in which no name begins; the library that reads TOML ends the program over such a row.
    let strayRow: Int?

    init(_ rows: [String]) {
        self.rows = rows
        var heads: [(row: Int, path: [String])] = []
        var open: String?
        var depth = 0
        var strayRow: Int?
        for (index, row) in rows.enumerated() {
            if open == nil, depth == 0, strayRow == nil, Self.isStray(row) { strayRow = index }
            if open == nil, depth == 0, let path = Self.head(row) {
                heads.append((index, path))
                continue
            }
            Self.follow(row, &open, &depth)
        }
        self.heads = heads
        self.strayRow = strayRow
    }

    /// The rows of a table and of the tables below it that follow, without what stands apart after them.
    func rows(of path: [String]) -> Range<Int>? {
        guard let first = heads.firstIndex(where: { $0.path == path }) else { return nil }
        let after = heads[first...].first { !$0.path.starts(with: path) }
        var end = after?.row ?? rows.count
        while end > heads[first].row + 1, Self.isApart(rows[end - 1]) { end -= 1 }
        return heads[first].row..<end
    }

    private static func isApart(_ row: String) -> Bool {
        let bare = row.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        return bare.isEmpty || bare.hasPrefix("#")
    }

    private static func isStray(_ row: String) -> Bool {
        // By scalars: a mark that belongs to the bracket before it makes one character of both.
        func past(_ rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
            rest.drop { $0 == " " || $0 == "\t" }
        }
        var rest = row.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        guard rest.first == "[" else { return false }
        rest = past(rest.dropFirst())
        if rest.first == "[" { rest = past(rest.dropFirst()) }
        guard let first = rest.first else { return true }
        return !first.isWordScalar && !["\"", "'", "]"].contains(first)
    }

    /// The parts of a table's name; nil for a row that is none.
    private static func head(_ row: String) -> [String]? {
        let bare = row.drop { $0 == " " || $0 == "\t" }
        guard bare.hasPrefix("["), !bare.hasPrefix("[[") else { return bare.hasPrefix("[[") ? [bare.description] : nil }
        var parts: [String] = []
        var part = ""
        var quote: Character?
        for character in bare.dropFirst() {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "." || character == "]" {
                parts.append(part)
                part = ""
                if character == "]" { return parts }
            } else if character != " ", character != "\t" {
                part.append(character)
            }
        }
        return nil
    }

    /// Keeps track of texts over several lines and of lists, in which a row that begins with a bracket is no name.
    private static func follow(_ row: String, _ open: inout String?, _ depth: inout Int) {
        var rest = row[...]
        while !rest.isEmpty {
            if let mark = open {
                guard let end = rest.range(ofMark: mark) else {
                    // A text in simple quotes ends with its line at the latest.
                    if mark.count == 1 { open = nil }
                    return
                }
                rest = rest[end...]
                open = nil
            } else if let mark = ["\"\"\"", "'''", "\"", "'"].first(where: rest.hasPrefix) {
                open = mark
                rest = rest.dropFirst(mark.count)
            } else if rest.hasPrefix("#") {
                return
            } else {
                if rest.hasPrefix("[") || rest.hasPrefix("{") { depth += 1 }
                if rest.hasPrefix("]") || rest.hasPrefix("}") { depth -= 1 }
                rest = rest.dropFirst()
            }
        }
        if open?.count == 1 { open = nil }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in a bare key of TOML.
    var isWordScalar: Bool {
        ("0"..."9").contains(self) || ("A"..."Z").contains(self) || ("a"..."z").contains(self) || self == "_"
            || self == "-"
    }
}

extension Substring {
    /// The place after a closing mark; a backslash in a text of double quotes hides what follows it.
    fileprivate func range(ofMark mark: String) -> Index? {
        var rest = self
        while !rest.isEmpty {
            if rest.hasPrefix("\\"), mark.hasPrefix("\"") {
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix(mark) {
                return rest.index(rest.startIndex, offsetBy: mark.count)
            } else {
                rest = rest.dropFirst()
            }
        }
        return nil
    }
}
