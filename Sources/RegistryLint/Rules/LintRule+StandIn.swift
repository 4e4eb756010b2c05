import JSON
import Registry

extension LintRule {
    /// A tool that no server has is never called, and of two lines for one tool nobody knows which holds.
    static let standIn = LintRule(
        "REG-STAND-IN",
        "A stand-in names tools that a server has, each once, and there is a server that it can stand in for."
    ) { subject in
        guard let standIn = subject.entry.standIn else { return [] }
        let place = JSONPointer(tokens: ["standIn"])
        guard subject.entry.servers.contains(where: { $0.kind != .skill }) else {
            return [EntryFault(place, "has no server to stand in for", fix: "leave it out: the skill is called anyway")]
        }
        guard !standIn.tools.isEmpty else {
            return [EntryFault(place.appending("tools"), "is empty", fix: "name a tool, or leave standIn out")]
        }
        let known = Set(subject.servers.flatMap(\.tools).map(\.name))
        let isComplete = subject.servers.allSatisfy { subject.entry.hasAllTools(of: $0.server) }
        var seen: Set<String> = []
        return standIn.tools.enumerated().compactMap { index, tool in
            let place = place.appending("tools").appending(index).appending("tool")
            guard seen.insert(tool.name).inserted else {
                return EntryFault(place, "is \"\(tool.name)\" a second time", fix: "keep one of the two")
            }
            guard isComplete, !known.isEmpty, !known.contains(tool.name) else { return nil }
            return EntryFault(place, "is \"\(tool.name)\", which no server has", fix: "name one of its tools")
        }
    }
}
