import JSON
import Registry

extension LintRule {
    /// A call that the server refuses for its arguments says nothing about the credential.
    static let probeArguments = LintRule(
        "REG-PROBE-ARGUMENTS",
        "The probe gives every required argument, and none that the tool does not have."
    ) { subject in
        subject.servers.flatMap { item -> [EntryFault] in
            guard let probe = item.probe, let tool = item.tools.first(where: { $0.name == probe.tool }) else {
                return []
            }
            let place = item.probePlace.appending("arguments")
            let missing = (tool.required ?? []).filter { probe.arguments[$0] == nil }.map {
                EntryFault(place, "lacks \($0), which \(tool.name) of \(item.server.id) requires", fix: "give it")
            }
            guard let required = tool.required, let optional = tool.optional else { return missing }
            let unknown = probe.arguments.keys.filter { !required.contains($0) && !optional.contains($0) }.map {
                EntryFault(
                    place.appending($0),
                    "is no argument of \(tool.name) of \(item.server.id)",
                    fix: "take it out, or describe it with the tool"
                )
            }
            return missing + unknown
        }
    }
}
