import Conformance
import Glibc
import MCP
import MCPHTTP
import MockEverything
import Testing

/// Our client passes its checks, and each check fails on a client that breaks its rule.
@Suite("Checks of clients", .timeLimit(.minutes(3)))
struct ClientRunnerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let twin: ClientTwin
        let revision: ProtocolRevision

        var testDescription: String { "\(twin.check) in \(twin.scene ?? "its scene"), \(revision)" }
    }

    static let cases = ClientTwin.all.flatMap { twin in twin.revisions.map { Case(twin: twin, revision: $0) } }

    private static func stage(_ starter: PlayerStarter, _ bound: Duration) -> ClientStage<ContinuousClock> {
        ClientStage(starting: starter, bound: bound, clock: ContinuousClock(), now: { Int64(time(nil)) })
    }

    @Test("our client passes in every revision", arguments: ProtocolRevision.allCases)
    func sound(revision: ProtocolRevision) async throws {
        let plan = ClientPlan(
            subject: Subject(name: "ours", kind: .mock, transport: .http),
            revisions: [revision],
            jobs: 4,
            command: RepeatCommand(server: ["--client", "--", "ours"], namesRevision: true)
        )
        let report = try await HTTPPool.with { pool in
            let stage = Self.stage(PlayerStarter(pool: pool), .seconds(60))
            return await ClientRunner(plan: plan, stage: stage, clock: ContinuousClock()).run()
        }
        let unsound = report.results.filter { ![.passed, .notApplicable].contains($0.verdict.name) }
        #expect(unsound.map { "\($0.check): \($0.verdict)" } == [])
        #expect(report.faults == [])
        #expect(report.results.map(\.check) == ClientCheckRegistry.checks.map(\.id))
        // What the official suite wants is tried, each rule of it.
        if ClientPlan.usualRevisions.contains(revision) {
            #expect(report.results.filter { $0.verdict == .passed }.count > 40)
        }
    }

    @Test("a check fails on its twin, and says what it expected", arguments: cases)
    func broken(broken: Case) async throws {
        let check = try #require(ClientCheckRegistry.checks.first { $0.id == broken.twin.check })
        let id = try #require(
            broken.twin.scene
                ?? check.scenes.first { ClientScene.scene($0)?.revisions.contains(broken.revision) == true }
        )
        let scene = try #require(ClientScene.scene(id))
        let record = try await HTTPPool.with { pool in
            let starter = PlayerStarter(pool: pool, tampering: broken.twin.tampering)
            return try await Self.stage(starter, .seconds(15)).play(scene, in: broken.revision)
        }
        guard case .failed(let finding) = check.verdict(on: [record], in: broken.revision) else {
            Issue.record("\(check.verdict(on: [record], in: broken.revision)) instead of a failure")
            return
        }
        #expect(!finding.expected.isEmpty)
        #expect(finding.actual.hasPrefix("in \(scene.title): "))
    }

    @Test("every check has a twin in each era that has its rule", arguments: ClientCheckRegistry.checks.map(\.id))
    func hasTwin(id: CheckID) throws {
        let check = try #require(ClientCheckRegistry.checks.first { $0.id == id })
        let ruled = ProtocolRevision.allCases.filter { check.about.rule(in: $0) != nil }
        let tried = Set(Self.cases.filter { $0.twin.check == id }.map(\.revision.era))
        #expect(tried == Set(ruled.map(\.era)))
    }

    @Test("every scene of a check exists, and is there in each revision of its rule")
    func scenes() {
        for check in ClientCheckRegistry.checks {
            #expect(check.scenes.filter { ClientScene.scene($0) == nil } == [], "\(check.id)")
            for revision in ProtocolRevision.allCases where check.about.rule(in: revision) != nil {
                let known = check.scenes.compactMap(ClientScene.scene).filter { $0.revisions.contains(revision) }
                #expect(!known.isEmpty, "\(check.id) in \(revision)")
            }
        }
        let used = Set(ClientCheckRegistry.checks.flatMap(\.scenes))
        #expect(ClientScene.all.map(\.id).filter { !used.contains($0) } == [])
        #expect(Set(ClientScene.all.map(\.id)).count == ClientScene.all.count)
    }

    @Test("the client id by a document is that of our client")
    func document() {
        #expect(ClientScene.metadataDocument == ScenarioAuthorization.metadataDocument)
    }

    @Test("a client that never comes is incomplete, and one that cannot be started says why")
    func absent() async throws {
        struct Nobody: ClientStarter {
            let ending: ClientEnding
            func play(_ start: ClientStart) async -> ClientEnding { ending }
        }
        let check = try #require(ClientCheckRegistry.checks.first { $0.id == "CLIENT-TOOLS-CALLED" })
        let scene = try #require(ClientScene.scene("tools_call"))
        for ending in [ClientEnding.exited(2, words: "unknown scenario"), .notStarted("there is no such program")] {
            let stage = ClientStage(
                starting: Nobody(ending: ending),
                bound: .seconds(1),
                clock: ContinuousClock(),
                now: { 0 }
            )
            let record = try await stage.play(scene, in: .july2026)
            let verdict = check.verdict(on: [record], in: .july2026)
            #expect(verdict.name == .incomplete)
            #expect(verdict.note?.contains(ending.summary) == true)
        }
    }
}
