import JSON
import Registry

extension LintRule {
    /// Listing tools proves no credential, so that such a server could never be shown as connected.
    static let probe = LintRule(
        "REG-PROBE",
        "A server with a credential has a probe.",
        severity: { _ in .warning }
    ) { subject in
        subject.servers.filter { $0.probe == nil && subject.entry.auth(of: $0.server).kind != .none }.map {
            EntryFault(
                $0.place.appending("probe"),
                "is missing",
                fix: "name the cheapest read-only tool that fails without a credential"
            )
        }
    }
}
