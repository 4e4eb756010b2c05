import MCP
import Registry

/// Turns what was seen of one server into the rows of a report.
struct EntryJudge {
    let plan: EntryPlan
    let transport: Subject.Transport
    let wasInterrupted: Bool

    /// What rows about a server are called.
    func name(_ subject: EntrySubject) -> Subject {
        Subject(name: subject.integration.id, server: subject.server.id, kind: .mock, transport: transport)
    }

    /// The rows, in the order of the groups; those about the entry as a whole stand with its first server.
    func rows(on record: EntryRecord, isFirst: Bool) -> [CheckResult] {
        let subject = name(record.subject)
        let revision = record.session?.revision ?? .latest
        let secrets = Secrets(record.subject.secrets)
        func told(_ verdict: Verdict) -> Verdict {
            secrets.masked(wasInterrupted && verdict != .passed ? .incomplete(Interruption.reason) : verdict)
        }
        func row(_ subject: Subject, _ check: Check, _ verdict: Verdict, _ duration: Duration) -> CheckResult {
            var row = CheckResult(
                subject: subject,
                revision: revision,
                check: check.id,
                level: check.rule(in: revision)?.level,
                verdict: told(verdict),
                duration: duration,
                command: command(check.id, subject)
            )
            let places = check.id == EntryCheck.entrySuite.id ? plan.suitePlaces : plan.places
            row.place = places[subject.title] ?? places[subject.name]
            return row
        }
        let whole = Subject(name: subject.name, kind: .mock, transport: transport)
        let ofEntry = plan.entryChecks.filter { $0.isOfEntry && isFirst }.map {
            row(whole, $0.about, $0.judge(record), .zero)
        }
        let ofServer = plan.entryChecks.filter { !$0.isOfEntry }.map { row(subject, $0.about, $0.judge(record), .zero) }
        let ofProtocol = record.session.map { session in
            plan.checks.map { check in
                row(subject, check, excused(check, check.verdict(on: session), record), session.duration(of: check))
            }
        }
        return ofEntry + (ofProtocol ?? []) + ofServer
    }

    /// What was said wherever one of the rows is a broken rule: in the conversation, in the contacts, or in both.
    func logs(of record: EntryRecord, _ rows: [CheckResult]) -> [WireLog] {
        let broken = rows.filter { $0.verdict.finding != nil }.map(\.check)
        guard !broken.isEmpty else { return [] }
        let (subject, secrets) = (name(record.subject), Secrets(record.subject.secrets))
        let isOfContacts = plan.entryChecks.contains { broken.contains($0.id) && !$0.needs.isEmpty }
        let isOfSession =
            plan.checks.contains { broken.contains($0.id) }
            || plan.entryChecks.contains { broken.contains($0.id) && $0.needs.contains(.session) }
        let session = isOfSession ? record.session.map { WireLog(of: $0, subject: subject, secrets: secrets) } : nil
        let revision = record.session?.revision ?? .latest
        let contacts = isOfContacts ? record.contacts.sorted { $0.key.name < $1.key.name } : []
        return [session].compactMap(\.self)
            + contacts.filter { !$0.value.records.isEmpty }.map { condition, contact in
                WireLog(of: contact, condition.name, subject: subject, revision: revision, secrets: secrets)
            }
    }

    /// What an entry says that its server breaks is known; when it no longer does, the entry is wrong.
    private func excused(_ check: Check, _ verdict: Verdict, _ record: EntryRecord) -> Verdict {
        let subject = record.subject
        if subject.integration.listedTools(of: subject.server).isEmpty, [.tools, .call].contains(check.group),
            verdict.finding != nil || verdict.name == .incomplete
        {
            return .notApplicable("the entry knows no tool that \(subject.server.id) lists")
        }
        guard let stray = subject.server.strayOutput else { return verdict }
        if case .failed(let finding) = verdict, [Check.cleanOutput.id, Check.blankLines.id].contains(check.id) {
            return .expectedFailure(finding)
        }
        guard check.id == Check.cleanOutput.id else { return verdict }
        guard case .passed = verdict, record.session?.exchanges[.call] != nil else { return verdict }
        return .failed(
            expected: "“\(stray)” on standard output, as \(record.subject.place("strayOutput")) says",
            actual: "nothing but messages: remove strayOutput there"
        )
    }

    private func command(_ check: CheckID, _ subject: Subject) -> String {
        let words = ["openwork-conform", "run", subject.title, "--check", check.rawValue, "--seed", "\(plan.seed)"]
        return ShellWord.line(words + plan.options)
    }
}
