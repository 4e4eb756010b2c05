/// Names for tools and arguments out of whatever a document calls them.
enum ImportedName {
    private static let longest = 64

    /// A tool's name, with the skill's id in front; not in `taken`.
    static func tool(_ name: String, skill: String, taken: Set<String>) -> String {
        let prefix = skill.map { $0 == "-" ? "_" : $0 } + "_"
        let plain = plain(name, allowing: "_-")
        let whole = plain.lowercased().hasPrefix(String(prefix)) ? plain : String(prefix) + plain
        return unique(shortened(whole), taken: taken)
    }

    /// An argument's name; not in `taken`.
    static func argument(_ name: String, taken: Set<String>) -> String {
        let plain = plain(name, allowing: "_-.")
        return unique(shortened(plain), taken: taken)
    }

    private static func plain(_ name: String, allowing others: String) -> String {
        var plain = ""
        for character in name {
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || others.contains(character))
            if isPlain {
                plain.append(character)
            } else if plain.last != "_" {
                plain.append("_")
            }
        }
        let trimmed = plain.drop { $0 == "_" }
        let end = trimmed.lastIndex { $0 != "_" }
        return end.map { String(trimmed[...$0]) } ?? "unnamed"
    }

    /// A long name keeps its beginning, and a number made from all of it.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return name.prefix(longest - 9) + "_" + String(hash, radix: 16)
    }

    private static func unique(_ name: String, taken: Set<String>) -> String {
        guard taken.contains(name) else { return name }
        var number = 2
        while true {
            let suffix = "_\(number)"
            let candidate = name.prefix(longest - suffix.utf8.count) + suffix
            if !taken.contains(String(candidate)) { return String(candidate) }
            number += 1
        }
    }
}
