import JSON
import Registry

extension LintRule {
    /// A tool that is not there answers every credential alike.
    static let probeTool = LintRule(
        "REG-PROBE-TOOL",
        "The probe calls a tool that the server lists when nothing else is set."
    ) { subject in
        subject.servers.compactMap { item in
            guard let probe = item.probe, !item.tools.isEmpty else { return nil }
            let listed = subject.entry.listedTools(of: item.server)
            guard !listed.contains(where: { $0.name == probe.tool }) else { return nil }
            let place = item.probePlace.appending("tool")
            guard let hidden = item.tools.first(where: { $0.name == probe.tool }) else {
                return EntryFault(
                    place,
                    "is \"\(probe.tool)\", which \(item.server.id) does not have",
                    fix: "name one of its tools, or give the server a probe of its own"
                )
            }
            let why = hidden.via.map { "is only called through \($0)" } ?? "is off by default"
            return EntryFault(place, "is \"\(probe.tool)\", which \(why)", fix: "name a tool that is always listed")
        }
    }
}
