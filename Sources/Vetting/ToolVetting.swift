package import JSON

/// Looks at tools as a server lists them for what should not be there; decides from the texts alone.
package enum ToolVetting {
    /// Everything suspicious in a whole list, in its order.
    ///
    /// Names are compared with each other, so give together what one agent is offered together.
    package static func suspicions(
        in tools: [JSONValue],
        of kinds: Set<SuspicionKind> = Set(SuspicionKind.allCases)
    ) -> [Suspicion] {
        var found: [Suspicion] = []
        for tool in tools {
            let name = tool["name"]?.stringValue ?? ""
            ToolTexts(tool).forEach { place, text, role in
                for (kind, seen) in findings(text, role, kinds) {
                    found.append(Suspicion(kind, tool: name, place: place, seen: seen))
                }
            }
        }
        guard kinds.contains(.lookAlike) else { return found }
        return found + LookAlikeNames(tools.compactMap { $0["name"]?.stringValue }).suspicions
    }

    /// What is suspicious in a text that stands alone, such as a server's instructions or an answer.
    package static func suspicions(in text: String) -> [(kind: SuspicionKind, seen: String)] {
        findings(text, .prose, [.hiddenText, .instructions, .plantedCommand])
    }

    private static func findings(
        _ text: String,
        _ role: ToolTexts.Role,
        _ kinds: Set<SuspicionKind>
    ) -> [(kind: SuspicionKind, seen: String)] {
        var found: [(SuspicionKind, String)] = []
        if kinds.contains(.hiddenText), let seen = HiddenText.find(in: text) { found.append((.hiddenText, seen)) }
        guard role != .plain else { return found }
        if kinds.contains(.instructions), let seen = ModelInstruction.find(in: text) {
            found.append((.instructions, seen))
        }
        if kinds.contains(.plantedCommand), let seen = PlantedCommand.find(in: text, isValue: role == .value) {
            found.append((.plantedCommand, seen))
        }
        return found
    }
}
