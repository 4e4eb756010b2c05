/// Columns of text, as wide as what is in them.
struct TextTable {
    private var rows: [[String]]

    init(_ header: [String]) {
        rows = [header]
    }

    mutating func add(_ row: [String]) {
        rows.append(row)
    }

    var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - Self.width(cell))
            }
            let line = cells.joined(separator: "  ")
            return line.last == " " ? String(line.reversed().drop { $0 == " " }.reversed()) : line
        }.joined(separator: "\n")
    }

    /// Signs of states take two places in a terminal.
    static func width(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            let first = character.unicodeScalars.first
            return sum + ((first?.properties.isEmojiPresentation ?? false) || character == "⚠️" ? 2 : 1)
        }
    }
}
