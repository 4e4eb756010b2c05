import Conformance
import Health
import MCP
import MCPConnection
import Probing
import Registry
import Testing
import TestSupport

/// The awkward servers of the list, each by its name.
@Suite("An awkward server")
struct EntryCornerTests {
    @Test(
        "whose one generic tool hides many is judged by what it lists, not by what lies behind it",
        .timeLimit(.minutes(1)),
        arguments: [("posthog", "exec"), ("sentry", "execute_sentry_tool")]
    )
    func generic(id: String, tool: String) async throws {
        let entry = try #require(try EntryTrial.entry(id))
        let server = try #require(entry.servers.first { entry.genericTools(of: $0).contains { $0.tool == tool } })
        let hidden = entry.tools(of: server).filter { $0.via == tool }
        let contact = try #require(await sound(entry, server))
        let listed = try #require(contact.report.tools).map(\.name)
        #expect(hidden.count > 40)
        #expect(listed.contains(tool))
        #expect(Set(listed).isDisjoint(with: hidden.map(\.name)))
        #expect(contact.report.outcome.code == .ok)
        let verdicts = await EntryTrial(entry: entry, server: server).verdicts()
        #expect(verdicts["TOOLS-ENTRY-NAMES"] == .passed)
        #expect(verdicts.filter { $0.value.name == .failed }.isEmpty)
    }

    @Test(
        "that lists no tools without its settings is not healthy, and says what is missing",
        .timeLimit(.minutes(1)),
        arguments: [("jira", "pypi"), ("confluence", "pypi")]
    )
    func nothingListed(id: String, server: String) async throws {
        let trial = try trial(id, server)
        let outcome = try #require(await contact(trial, .missing)).report.outcome
        #expect(outcome.code == .credentialMissing)
        #expect(outcome.evidence.step == .list)
        #expect(states(after: outcome) == [.disconnected, .disconnected])
    }

    @Test(
        "that dies on import unless mcp<2 is pinned has ended, and nobody blames the credential",
        .timeLimit(.minutes(1)),
        arguments: [
            ("apollo", "pypi-apollo-mcp"), ("calendly", "pypi"), ("dropbox", "pypi"), ("mailchimp", "pypi"),
            ("zoom", "pypi"),
        ]
    )
    func diesOnImport(id: String, server: String) async throws {
        let trial = try trial(id, server)
        #expect(trial.server.constraints.contains { $0.hasPrefix("mcp<2") })
        let report = try #require(await contact(trial, .unconstrained, asProcess: true)).report
        #expect(report.outcome.code == .exited)
        #expect(report.outcome.evidence.excerpt?.contains("Error: ") == true)
        #expect(report.exits.last?.ending == .byItself)
        #expect(states(after: report.outcome) == [.disconnected, .degraded])
    }

    @Test(
        "that prints on standard output while it logs in is connected, and its check says so",
        .timeLimit(.minutes(1)),
        arguments: [("quickbooks", "command"), ("zoom", "pypi")]
    )
    func printsWhileLoggingIn(id: String, server: String) async throws {
        let trial = try trial(id, server)
        #expect(trial.server.strayOutput?.contains("browser") == true)
        let report = try #require(await contact(trial, nil, asProcess: true)).report
        #expect(report.outcome.code == .ok)
        #expect(report.violations.contains { $0.code == .notJSON })
        #expect(states(after: report.outcome) == [.connected, .connected])
    }

    @Test("whose 401 is a 403 has no credential, rather than one that may do too little", .timeLimit(.minutes(1)))
    func forbiddenForUnauthorized() async throws {
        let trial = try trial("mailchimp", "remote")
        let refusal = try #require(trial.server.reactions[.missing]?.first)
        #expect(refusal.status == 403)
        let outcome = try #require(await contact(trial, .missing)).report.outcome
        #expect(outcome.code == .credentialMissing)
        #expect(outcome.evidence.basis == .signature)
    }

    @Test("whose Retry-After is a date is left in peace until then, and stays degraded")
    func retryAfterDate() {
        let fields = [("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:59:37 GMT")]
        let http = HTTPFacts(status: 429, fields: fields)
        let outcome = Classifier(ClassifierRules()).outcome(
            of: ContactFacts(.httpStatus(http), step: .probe, http: http, at: Moment(.seconds(5)))
        )
        #expect(outcome.code == .rateLimited)
        #expect(outcome.retryAfter == .seconds(600))
        var machine = HealthMachine(needsCredential: true)
        _ = machine.observe(outcome, at: outcome.at)
        #expect(machine.nextProbe == Moment(.seconds(605)))
        #expect(machine.state(at: Moment(.seconds(604))) == .degraded)
    }

    // MARK: Playing

    private func trial(_ id: String, _ server: String) throws -> EntryTrial {
        let entry = try #require(try EntryTrial.entry(id))
        return EntryTrial(entry: entry, server: try #require(entry.server(server)))
    }

    private func sound(_ entry: Integration, _ server: IntegrationServer) async -> EntryContact? {
        await contact(EntryTrial(entry: entry, server: server), nil)
    }

    private func contact(
        _ trial: EntryTrial,
        _ cause: ReactionCause?,
        asProcess: Bool = false
    ) async -> EntryContact? {
        let subject = EntrySubject(trial.entry, trial.server)
        let configuration = cause == .missing ? [:] : subject.configuration
        let play = EntryPlay(
            trial.entry,
            trial.server,
            cause.map { .troubled($0) } ?? .sound,
            configuration: configuration
        )
        let probed = ProbeSubject(
            trial.entry,
            server: trial.server,
            configuration: configuration,
            isLoggedIn: cause != .missing
        )
        guard asProcess else { return await MemoryStage().contact(play, probed, ProbeBounds()) }
        guard let mock = BuiltProduct.path(of: "openwork-mock") else { return nil }
        let stage = ProcessStage(
            mock: mock,
            seed: 1,
            base: ["PATH": "/usr/bin:/bin"],
            stopBound: .seconds(1),
            clock: ContinuousClock(),
            info: Implementation(name: "test", version: "1")
        )
        return await stage.contact(play, probed, ProbeBounds())
    }

    /// At first, and after a good contact.
    private func states(after outcome: Outcome) -> [HealthState] {
        var first = HealthMachine(needsCredential: true)
        _ = first.observe(outcome, at: outcome.at)
        var good = outcome
        (good.code, good.proof) = (.ok, .credential)
        var later = HealthMachine(needsCredential: true)
        _ = later.observe(good, at: outcome.at)
        _ = later.observe(outcome, at: outcome.at)
        return [first.state(at: outcome.at), later.state(at: outcome.at)]
    }
}
