import Health
import JSON
import MCPConnection
import Probing
import Registry

/// Where secrets go, and what a server is given.
extension EntryCheck {
    static let secretsKept = EntryCheck(
        "SEC-EVIDENCE",
        "No secret stands in evidence",
        requirement: "What is configured as secret appears in no outcome, even where a server says it aloud.",
        reason: "Evidence is shown on dashboards, kept in histories, and pasted into issues.",
        method: "A canary is configured, and one server says it aloud while it refuses; every outcome is searched.",
        twin: "A redactor that does not know what is configured.",
        needs: [.sound, .causes, .indiscretion]
    ) { record in
        let secrets = record.subject.secrets
        guard !secrets.isEmpty else { return .notApplicable("nothing secret is configured for this server") }
        for (name, outcome) in record.outcomes {
            let said = outcome.json.text() + outcome.action.text(for: record.subject.integration.id)
            if let leaked = secrets.sorted(by: { $0.key < $1.key }).first(where: { said.holds($0.value) }) {
                return .failed(expected: "no value of \(leaked.key)", actual: "it stands in the outcome under \(name)")
            }
        }
        if let secret = record.subject.speakableSecret?.value,
            let obstacle = record.terms[.contact(.indiscreet(secret: secret))]?.obstacle
        {
            return record.outcomes.isEmpty ? obstacle : .passed
        }
        guard record.subject.speakableSecret != nil else { return .passed }
        let isHeard = record.outcomes.contains { $0.name == "indiscreet" && $0.outcome.code != .ok }
        return isHeard ? .passed : .incomplete("the server that says secrets aloud was not heard")
    }

    static let environmentKept = EntryCheck(
        "SEC-ENVIRONMENT",
        "Only declared variables reach the server",
        requirement: "A child finds the base variables, those that its server declares, and those that the entry sets.",
        reason: "Every further variable may be somebody else's credential.",
        method: "A variable that nobody declares is configured; the environment of the running child is read.",
        twin: "A start that hands on everything that is configured.",
        needs: [.sound]
    ) { record in
        let subject = record.subject
        guard ![.remote, .skill].contains(subject.server.kind) else {
            return .notApplicable("nothing is started here for a server of kind \(subject.server.kind.rawValue)")
        }
        let isSound = record.sound != nil
        guard let contact = record.sound ?? record.contact(.missing) else { return record.untried(.sound) }
        guard let environment = contact.environment else {
            return contact.report.exits.isEmpty
                ? .notApplicable("in memory there is no environment")
                : .incomplete("the environment of the child could not be read")
        }
        var allowed = Set(subject.integration.configSchema(of: subject.server).map(\.name))
        allowed.formUnion(subject.server.environment.keys)
        allowed.formUnion(subject.server.apiBaseOverride?.environment.keys ?? [:].keys)
        allowed.formUnion(["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", StdioServer.processMarker])
        let strangers = environment.keys.filter { !allowed.contains($0) }.sorted()
        guard strangers.isEmpty else {
            return .failed(expected: "only declared variables", actual: "also " + strangers.joined(separator: ", "))
        }
        let given = record.terms[.contact(isSound ? .sound : .troubled(.missing))]?.known ?? subject.configuration
        let lost = given.filter { environment[$0.key] != $0.value }.keys.sorted()
        guard !lost.isEmpty else { return .passed }
        return .failed(expected: "every configured variable", actual: "without " + lost.joined(separator: ", "))
    }
}
