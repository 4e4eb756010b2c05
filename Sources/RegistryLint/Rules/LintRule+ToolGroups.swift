import JSON
import Registry

extension LintRule {
    /// Whoever computes what a server lists follows these names.
    static let toolGroups = LintRule(
        "REG-TOOL-GROUPS",
        "Toolsets and generic tools that are named exist, and a generic tool's call says which tool is meant."
    ) { subject in
        subject.servers.flatMap { item in
            let sets = Set(subject.entry.toolsets(of: item.server).map(\.name))
            let generic = subject.entry.genericTools(of: item.server)
            let listed = Set(item.tools.filter { $0.via == nil }.map(\.name))
            let inTools = item.tools.enumerated().flatMap { index, tool in
                let place = item.toolsPlace.appending(index)
                var faults: [EntryFault] = []
                if let set = tool.toolset, !sets.contains(set) {
                    faults.append(
                        EntryFault(place.appending("toolset"), "is \"\(set)\"", fix: "describe it in toolsets")
                    )
                }
                if let via = tool.via, !generic.contains(where: { $0.tool == via }) {
                    faults.append(
                        EntryFault(place.appending("via"), "is \"\(via)\"", fix: "describe it in genericTools")
                    )
                }
                return faults
            }
            let place = item.server.genericTools == nil ? JSONPointer() : item.place
            let inGeneric = generic.enumerated().flatMap { index, tool in
                let place = place.appending("genericTools").appending(index)
                var faults: [EntryFault] = []
                if !listed.contains(tool.tool) {
                    faults.append(
                        EntryFault(place.appending("tool"), "is \"\(tool.tool)\", which is not listed", fix: "list it")
                    )
                }
                if !tool.call.values.contains(where: { $0.stringValue?.contains("${tool}") ?? false }) {
                    faults.append(
                        EntryFault(place.appending("call"), "names no tool", fix: "write ${tool} where its name stands")
                    )
                }
                return faults
            }
            return inTools + inGeneric
        }
    }
}
