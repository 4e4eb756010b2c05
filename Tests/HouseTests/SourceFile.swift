/// One Swift file as the house rules see it: its path from the root and its lines.
struct SourceFile {
    let path: String
    let lines: [Substring]

    init(path: String, text: String) {
        self.path = path
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The modules that the file imports, whatever the access level or attribute of the import.
    var imports: Set<String> {
        Set(
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
                    words[..<keyword].allSatisfy({ Self.importPrefixes.contains($0) || $0.hasPrefix("@") })
                else { return nil }
                let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
                let name = kinds.contains(words[keyword + 1]) ? words.dropFirst(keyword + 2).first : words[keyword + 1]
                return name?.split(separator: ".").first.map(String.init)
            }
        )
    }

    private static let importPrefixes: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
}
