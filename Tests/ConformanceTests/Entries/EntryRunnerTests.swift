import Conformance
import Registry
import Synchronization
import Testing

@Suite("A run over entries", .serialized)
struct EntryRunnerTests {
    @Test("comes to the same verdicts with every one of 20 seeds", .timeLimit(.minutes(2)), arguments: EntryTrial.ids)
    func seeds(id: String) async throws {
        let entry = try #require(try EntryTrial.entry(id))
        let server = try #require(entry.preferredServer)
        let trial = EntryTrial(entry: entry, server: server)
        let first = await trial.verdicts(seed: 1).mapValues(\.name)
        #expect(!first.isEmpty)
        for seed in UInt64(2)...20 {
            let other = await trial.verdicts(seed: seed).mapValues(\.name)
            #expect(other == first, "seed \(seed)")
        }
    }

    @Test("judges the short form of an entry, which says hardly anything", .timeLimit(.minutes(1)))
    func shortForm() async throws {
        var entry = Integration(id: "my-tool", name: "My Custom Tool", servers: [IntegrationServer(.npm, package: "x")])
        entry.tools = [ToolFacts("my_tool_action_1"), ToolFacts("my_tool_action_2")]
        entry.configSchema = [ConfigField("MY_API_KEY", required: true, secret: true)]
        let server = try #require(entry.preferredServer)
        let verdicts = await EntryTrial(entry: entry, server: server).verdicts()
        let others = verdicts.filter { ![.passed, .notApplicable].contains($0.value.name) }
        #expect(others.isEmpty, "\(others)")
        #expect(verdicts["TOOLS-ENTRY-NAMES"] == .passed)
        #expect(verdicts["AUTH-INVALID"]?.note == "the entry does not say what npm does under invalid")
    }

    @Test(
        "begins with the servers that keep it waiting, and reports in the order of the plan",
        .timeLimit(.minutes(1))
    )
    func silentFirst() async throws {
        let subjects = try ["github", "pagerduty"].map { id in
            let entry = try #require(try EntryTrial.entry(id))
            let server = try #require(
                entry.servers.first { $0.reactions.values.joined().contains { $0.how == .silent } }
                    ?? entry.preferredServer
            )
            return EntrySubject(entry, server)
        }
        var plan = EntryPlan(subjects)
        plan.keep(matching: ["AUTH-*"])
        plan.silence = .milliseconds(20)
        plan.jobs = 1
        let finished = Mutex<[String]>([])
        let runner = EntryRunner(plan: plan, stage: MemoryStage(), clock: ContinuousClock()) { event in
            guard case .finished(let subject, _) = event else { return }
            finished.withLock { $0.append(subject.name) }
        }
        let report = await runner.run()
        #expect(finished.withLock(\.self) == ["pagerduty", "github"])
        #expect(report.results.map(\.subject.name).first == "github")
        #expect(report.results.map(\.subject.name).last == "pagerduty")
    }

    @Test("has a stable name and an explanation for every check", .timeLimit(.minutes(1)))
    func explained() {
        let ids = EntryCheckRegistry.checks.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { CheckRegistry.check($0) != nil })
        #expect(EntryCheckRegistry.checks.allSatisfy { $0.about.group != nil })
    }
}
