import JSON
import Registry

extension LintRule {
    /// More than half of the servers answer a refused credential with an ordinary result.
    static let probeExpectation = LintRule(
        "REG-PROBE-EXPECT",
        "The probe says how a good answer is told from a refusal.",
        severity: { _ in .warning }
    ) { subject in
        subject.servers.compactMap { item in
            guard let probe = item.probe, probe.expect.isEmpty else { return nil }
            guard subject.entry.auth(of: item.server).kind != .none else { return nil }
            return EntryFault(
                item.probePlace.appending("expect"),
                "is missing",
                fix: "ask for what only a good answer holds, such as {\"path\": \"/id\", \"exists\": true}"
            )
        }
    }
}
