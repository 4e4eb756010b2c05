import Registry

extension EntryCheck {
    static let entrySuite = EntryCheck(
        "REG-SUITE",
        "The suite of an integration tries what its entry says",
        requirement: "The suite names the probe and the causes of each server that the entry has, and no others.",
        reason: "A fact that is taken out of an entry takes its checks away, and nobody notices.",
        method: "The suite's file is compared with the one that would be written from the entry.",
        twin: "A suite that tries a cause of which the entry says nothing any more."
    ) { record in
        guard let suites = record.suites else { return .notApplicable("no suites were given: --suites FOLDER") }
        let subject = record.subject
        let fix = "look at the change, then openwork-conform suite --write FOLDER"
        guard let written = suites[subject.integration.id]?.server(subject.server.id) else {
            return .failed(
                expected: "\(subject.server.id) in \(subject.integration.id).yaml",
                actual: "nothing: \(fix)"
            )
        }
        guard let wanted = EntrySuite(subject.integration).server(subject.server.id), wanted != written else {
            return .passed
        }
        var differences: [String] = []
        if wanted.probe != written.probe {
            differences.append("the probe is \(wanted.probe ?? "none"), not \(written.probe ?? "none")")
        }
        let lost = written.tries.filter { !wanted.tries.contains($0) }
        let new = wanted.tries.filter { !written.tries.contains($0) }
        if !lost.isEmpty { differences.append("the entry no longer says \(lost.joined(separator: ", "))") }
        if !new.isEmpty { differences.append("the entry says \(new.joined(separator: ", ")), too") }
        if differences.isEmpty { differences.append("the reasons for what is skipped have changed") }
        return .failed(
            expected: "what \(subject.integration.id).yaml says of \(subject.server.id)",
            actual: differences.joined(separator: "; ") + ": \(fix)"
        )
    }
}
