import Conformance
import Fixtures
import Foundation
import MCP
import MCPConnection
import Recording
import Registry
import TestSupport
import Testing

@Suite("Servers that are replayed", .serialized)
struct ReplayStageTests {
    private static let folder = SourceTree.fixtures

    /// The servers of shipped entries whose tool list was recorded.
    private static func recorded() throws -> [(Integration, IntegrationServer)] {
        try EntryTrial.ids.flatMap { id -> [(Integration, IntegrationServer)] in
            guard let entry = try EntryTrial.entry(id) else { return [] }
            return entry.servers.filter { isRecorded(.tools, entry, $0) }.map { (entry, $0) }
        }
    }

    private static func isRecorded(_ kind: FixtureKind, _ entry: Integration, _ server: IntegrationServer) -> Bool {
        let path = "\(folder)/\(Fixture.path(of: kind, entry, server))"
        // What is not there was not recorded.
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        return (try? Fixture(parsing: text))?.header.provenance == .recorded
    }

    private func report(_ subjects: [EntrySubject], folder: String = Self.folder) async throws -> Report {
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        let stage = ReplayStage(
            mock: mock,
            folder: folder,
            base: ["PATH": "/usr/bin:/bin"],
            stopBound: .seconds(20),
            clock: ContinuousClock(),
            info: Implementation(name: "test", version: "1")
        )
        return await EntryRunner(plan: EntryPlan(subjects), stage: stage, clock: ContinuousClock()).run()
    }

    @Test(
        "are at least 25 that were recorded, and each keeps every rule that a recording can show",
        .timeLimit(.minutes(5))
    )
    func recordings() async throws {
        let servers = try Self.recorded()
        #expect(servers.count >= 25)
        let report = try await report(servers.map { EntrySubject($0, $1) })
        let rows = report.results.filter { $0.subject.kind == .recorded }
        #expect(Set(rows.map(\.subject.title)).count == servers.count)
        let broken = rows.filter { [.failed, .incomplete].contains($0.verdict.name) && !$0.isAdvisory(strict: false) }
        for row in broken { Issue.record("\(row.subject.title) \(row.check.rawValue): \(row.verdict)") }
        let proven = rows.filter { $0.check == "TOOLS-ENTRY-NAMES" && $0.verdict == .passed }
        #expect(proven.count >= 25)
        let quoted = rows.filter { $0.check == "AUTH-TEXT" && $0.verdict == .passed }
        #expect(quoted.count >= 10)
    }

    @Test(
        "say for each row whether it was recorded or documented, and never the better of both",
        .timeLimit(.minutes(2))
    )
    func provenance() async throws {
        let entry = try #require(try EntryTrial.entry("gmail"))
        let server = try #require(entry.server("pypi"))
        let report = try await report([EntrySubject(entry, server)])
        func kind(_ check: CheckID) -> Subject.Kind? { report.results.first { $0.check == check }?.subject.kind }
        #expect(kind("TOOLS-ENTRY-NAMES") == .recorded)
        #expect(kind("AUTH-MISSING") == .recorded)
        #expect(kind("AUTH-INVALID") == .documented)
        #expect(kind("HEALTH-NEVER-GREEN") == .documented)
    }

    @Test("of which there is no fixture have nothing to be tried", .timeLimit(.minutes(1)))
    func none() async throws {
        let entry = try #require(try EntryTrial.entry("jira"))
        let report = try await report(
            [EntrySubject(entry, try #require(entry.preferredServer))],
            folder: "/nonexistent"
        )
        #expect(report.verdicts["AUTH-SOUND"] == .notApplicable("there is no fixture of it"))
        #expect(report.summary.failed == 0 && report.summary.incomplete == 0)
    }
}
