import Conformance
import Registry
import RegistryLint
import Testing

/// The broken twin of a check about entries: a specimen of which just one thing is wrong.
struct EntryTwin: Sendable, CustomTestStringConvertible {
    let check: CheckID
    /// What the finding has to name, for whoever has to mend it.
    let says: String
    /// What else cannot but fail: it is about the same words.
    var also: Set<CheckID> = []
    /// What is wrong with the entry that is believed.
    var believed: @Sendable (inout Integration) -> Void = { _ in }
    /// What is wrong with the server that is played.
    var played: @Sendable (inout Integration) -> Void = { _ in }
    /// Faults of the mock, in which `SECRET` stands for the configured credential.
    var faults: [String] = []
    /// What came of installing it.
    var preparation = EntryPreparation.ready(client: "pip")
    /// What is wrong with a contact.
    var contact: @Sendable (inout EntryContact, EntryPlay, _ secret: String) -> Void = { _, _, _ in }
    /// What is wrong with the suite's file: it is written from this entry.
    var suite: @Sendable (inout Integration) -> Void = { _ in }
    /// What is wrong with the machine that makes the state.
    var teller: (@Sendable (EntrySubject) -> any StateTeller)?

    init(_ check: CheckID, says: String, also: Set<CheckID> = []) {
        (self.check, self.says, self.also) = (check, says, also)
    }

    var testDescription: String { "\(check)" }

    /// A twin in which this is wrong besides.
    func with(_ change: (inout EntryTwin) -> Void) -> EntryTwin {
        var twin = self
        change(&twin)
        return twin
    }

    /// Plays the specimen with what is wrong, and has every check about entries judge it.
    func verdicts() async throws -> [CheckID: Verdict] {
        let sound = try Specimen.entry()
        func changed(_ change: (inout Integration) -> Void) -> Integration {
            var entry = sound
            change(&entry)
            return entry
        }
        let (believed, played) = (changed(believed), changed(played))
        var subject = EntrySubject(
            believed,
            try #require(believed.preferredServer),
            played: (played, try #require(played.preferredServer))
        )
        if let teller { subject.teller = teller }
        var plan = EntryPlan([subject])
        plan.keep(matching: ["REG-*", "TOOLS-ENTRY-*", "AUTH-*", "HEALTH-*", "SEC-*"])
        plan.faults = [
            believed.id: RegistryLint.faults(of: believed).flatMap { rule, faults in faults.map { "\(rule.id): \($0)" }
            }
        ]
        plan.suites = [believed.id: EntrySuite(changed(suite))]
        let secret = subject.configuration["SPECIMEN_TOKEN"] ?? ""
        let stage = TwinStage(
            faults: faults.map { $0.replacing("SECRET", with: secret) },
            preparation: preparation
        ) { [contact] made, play in
            made.environment = play.configuration.filter { $0.key == "SPECIMEN_TOKEN" }
            made.commandLine = ["specimen-mcp"]
            contact(&made, play, secret)
        }
        let report = await EntryRunner(plan: plan, stage: stage, clock: ContinuousClock()).run()
        return Dictionary(report.results.map { ($0.check, $0.verdict) }) { first, _ in first }
    }
}
