import JSON
import Registry

extension LintRule {
    /// Models are given tools by names of limited length and letters.
    static let toolName = LintRule(
        "REG-TOOL-NAME",
        "A tool's name has at most 64 letters, digits, hyphens and underscores, and is its own."
    ) { subject in
        subject.toolLists.flatMap { tools, place in
            var seen: Set<String> = []
            return tools.enumerated().flatMap { index, tool in
                let place = place.appending(index)
                var faults: [EntryFault] = []
                if tool.name.utf8.count > 64 {
                    faults.append(
                        EntryFault(place, "has a name of \(tool.name.utf8.count) bytes", fix: "at most 64 are taken")
                    )
                }
                if let stranger = tool.name.first(where: { !isAllowed($0) }) {
                    faults.append(
                        EntryFault(place, "has \"\(stranger)\" in its name", fix: "take A–Z, a–z, 0–9, - and _")
                    )
                }
                if !seen.insert(tool.name).inserted {
                    faults.append(EntryFault(place, "is \"\(tool.name)\" a second time", fix: "take one of them out"))
                }
                return faults
            }
        }
    }

    private static func isAllowed(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-" || letter == "_")
    }
}
