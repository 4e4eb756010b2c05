/// Finds declarations that others can see and that say nothing of themselves.
enum Documentation {
    /// A summary longer than this is not an abstract any more.
    static let summaryLimitInCharacters = 150

    /// Requirements of the standard library's protocols: their meaning is documented there.
    private static let excused = [
        "var description", "var debugDescription", "static func ==", "static func <", "func hash(into",
        "func makeIterator",
        "func next", "var startIndex", "var endIndex", "func index(", "init(stringLiteral", "init(integerLiteral",
        "init(floatLiteral", "init(booleanLiteral", "init(nilLiteral", "init(arrayLiteral", "init(dictionaryLiteral",
        "init(stringInterpolation", "var rawValue", "init?(rawValue", "init(rawValue", "static let configuration",
        "func run()", "func validate()", "init()", "subscript(position", "static var allCases", "var errorDescription",
    ]

    /// Package and public declarations of the file without a documentation comment, or with one that is no abstract.
    static func faults(in file: SourceFile) -> [String] {
        var inLiteral = false
        return file.lines.indices.compactMap { index in
            let line = file.lines[index]
            defer {
                if line.utf8.contains(0x22),
                    line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count % 2 == 0
                {
                    inLiteral.toggle()
                }
            }
            guard !inLiteral, let declaration = declaration(on: line) else { return nil }
            let comment = comment(above: index, in: file)
            guard let summary = comment.first else {
                return "\(file.path):\(index + 1) is not documented: \(declaration)"
            }
            guard summary.count > summaryLimitInCharacters else { return nil }
            return "\(file.path):\(index + 1) has a summary of \(summary.count) characters: \(declaration)"
        }
    }

    private static func declaration(on line: Substring) -> Substring? {
        let trimmed = line.drop { $0 == " " }
        // Most lines are neither: the cheap look first.
        guard ["package ", "public ", "@"].contains(where: trimmed.hasPrefix) else { return nil }
        let bare = trimmed.replacing(/^(@\w+(\([^)]*\))? )*/, with: "")
        guard let keyword = ["package ", "public "].first(where: { bare.hasPrefix($0) }) else { return nil }
        let rest = bare.dropFirst(keyword.count)
        guard !rest.hasPrefix("import "), !rest.hasPrefix("extension "), !rest.hasPrefix("internal(set)"),
            !rest.hasPrefix("private(set)") || rest.contains("var "), !rest.hasPrefix("typealias Element"),
            !excused.contains(where: { rest.contains($0) })
        else { return nil }
        return rest
    }

    private static func comment(above index: Int, in file: SourceFile) -> [Substring] {
        var comment: [Substring] = []
        var above = index - 1
        while above >= 0 {
            let line = file.lines[above].drop { $0 == " " }
            if line.hasPrefix("///") {
                comment.insert(line.dropFirst(3).drop { $0 == " " }, at: 0)
            } else if !line.hasPrefix("@") && !line.hasPrefix("//") {
                break
            }
            above -= 1
        }
        return comment
    }
}
