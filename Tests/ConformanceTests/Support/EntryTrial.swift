import Conformance
import MCP
import Registry
import TestSupport

/// Judges one server of an entry in memory, believed as it is played or otherwise.
struct EntryTrial {
    let entry: Integration
    let server: IntegrationServer

    /// The shipped entries by id.
    static let ids = ShippedFiles(folder: SourceTree.registry).ids()

    /// A shipped entry.
    static func entry(_ id: String) throws -> Integration? {
        try ShippedFiles(folder: SourceTree.registry).entry(id)
    }

    /// The verdicts by check, those of the protocol left out: they do not know the entry.
    func verdicts(believing changed: Integration? = nil, seed: UInt64 = 1) async -> [CheckID: Verdict] {
        let believed = changed ?? entry
        guard let server = believed.server(server.id) else { return [:] }
        let subject = EntrySubject(believed, server, played: (entry, self.server), seed: seed)
        var plan = EntryPlan([subject])
        plan.keep(matching: ["REG-*", "TOOLS-ENTRY-*", "AUTH-*", "HEALTH-*", "SEC-*"])
        plan.seed = seed
        // What an entry says never comes does not come later either.
        plan.silence = .milliseconds(20)
        let report = await EntryRunner(plan: plan, stage: MemoryStage(), clock: ContinuousClock()).run()
        return Dictionary(report.results.map { ($0.check, $0.verdict) }) { first, _ in first }
    }
}
