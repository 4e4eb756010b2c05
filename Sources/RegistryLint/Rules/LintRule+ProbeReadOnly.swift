import JSON
import Registry

extension LintRule {
    /// A probe runs every few minutes, for ever.
    static let probeReadOnly = LintRule("REG-PROBE-READONLY", "The probe changes nothing.") { subject in
        subject.servers.compactMap { item in
            guard let probe = item.probe, !probe.isReadOnly, let tool = item.called(by: probe) else { return nil }
            guard tool.isReadOnly != true else { return nil }
            let seen = tool.isReadOnly == nil ? "is not known to be read-only" : "changes something"
            return EntryFault(
                item.probePlace.appending("tool"),
                "calls \(tool.name) of \(item.server.id), which \(seen)",
                fix:
                    "choose a tool that only reads; say readOnly with the tool, or with the probe if only this call reads"
            )
        }
    }
}

extension LintSubject.Server {
    /// The tool that a probe calls in truth: a generic one's target where it has one that is described.
    fileprivate func called(by probe: Probe) -> ToolFacts? {
        let target = entry.genericTools(of: server).first { $0.tool == probe.tool }?.target(of: probe.arguments)
        let name = target ?? probe.tool
        return tools.first { $0.name == name } ?? tools.first { $0.name == probe.tool }
    }
}
