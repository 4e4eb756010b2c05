import Conformance
import Health
import Probing
import Redaction
import Testing

@Suite("The check of a fault")
struct FaultTwinTests {
    static let inMemory = FaultCheck.all.filter { check in check.rows.contains { $0.transports.contains(.memory) } }

    @Test("has words, and an id of its own", arguments: FaultCheck.all.map(\.id))
    func words(id: CheckID) throws {
        let check = try #require(CheckRegistry.check(id))
        #expect(check.group == .fault)
        #expect([check.title, check.requirement, check.reason, check.method, check.twin].allSatisfy { !$0.isEmpty })
        #expect([check.requirement, check.reason, check.method, check.twin].allSatisfy { $0.hasSuffix(".") })
        #expect(FaultCheck.all.count { $0.id == id } == 1)
        #expect(!check.title.contains("with the fault"), "the catalogue has no words for it")
    }

    @Test("fails when the matrix declares another outcome", .timeLimit(.minutes(1)), arguments: inMemory.map(\.id))
    func wrongExpectation(id: CheckID) async throws {
        for row in try rows(id) {
            var wrong = row
            wrong.code = row.code == .ok ? .protocolError : .ok
            let finding = try await #require(verdict(of: [wrong], in: FaultTrial().sightings([wrong])).finding)
            #expect(finding.expected.contains(": \(wrong.code.rawValue)"))
            #expect(finding.actual.contains(row.code.rawValue))
        }
    }

    @Test("fails when the fault is not there", .timeLimit(.minutes(1)), arguments: inMemory.map(\.id))
    func soundMock(id: CheckID) async throws {
        for row in try rows(id) where row.code != .ok {
            let trial = try FaultTrial()
            let contact = await trial.contact(.sound)
            let sighting = FaultJudge(trial.subject, sound: contact?.report.outcome)
                .sighting(row, as: trial.name, contact, limit: .seconds(60))
            #expect(verdict(of: [row], in: [sighting]).name == .failed)
        }
    }

    @Test("fails when the prober notices too late", .timeLimit(.minutes(1)), arguments: inMemory.map(\.id))
    func lateProber(id: CheckID) async throws {
        for row in try rows(id) {
            let trial = try FaultTrial()
            let sound = await trial.contact(.sound)?.report.outcome
            var contact = try #require(await trial.contact(.faulty(row.faults)))
            var report = contact.report
            report.outcome.at = report.outcome.at.advanced(by: .seconds(120))
            contact = EntryContact(report)
            let sighting = FaultJudge(trial.subject, sound: sound)
                .sighting(row, as: trial.name, contact, limit: .seconds(60))
            #expect(sighting.deviations.contains { $0.expected == "within 60 s" })
        }
    }

    @Test("fails when a process or a secret is left", .timeLimit(.minutes(1)))
    func traces() async throws {
        let trial = try FaultTrial()
        let row = try #require(FaultExpectation.all.first { $0.fault == "latency=50ms" })
        let contact = try #require(await trial.contact(.faulty(row.faults)))
        let judge = FaultJudge(trial.subject, sound: await trial.contact(.sound)?.report.outcome)
        func actual(_ contact: EntryContact) -> [String] {
            judge.sighting(row, as: trial.name, contact, limit: .seconds(9)).deviations.map(\.actual)
        }
        #expect(actual(contact) == [])
        #expect(actual(EntryContact(contact.report, survivors: 2)) == ["2 of its processes live"])
        var report = contact.report
        let secret = try #require(trial.secret)
        report.outcome.evidence = Evidence(step: .probe, basis: .structure, excerpt: secret, redactor: .shapesOnly)
        #expect(actual(EntryContact(report)) == ["it stands in the evidence"])
    }

    @Test("is incomplete where not even the sound server is")
    func untried() throws {
        let row = try #require(FaultExpectation.all.first)
        let trial = try FaultTrial()
        let sighting = FaultJudge(trial.subject, sound: nil).sighting(row, as: trial.name, nil, limit: .seconds(1))
        #expect(verdict(of: [row], in: [sighting]).name == .incomplete)
    }

    private func rows(_ id: CheckID) throws -> [FaultExpectation] {
        try #require(FaultCheck.all.first { $0.id == id }).rows
            .filter { $0.transports.contains(.memory) && $0.need != .noAssertion }
    }

    private func verdict(of rows: [FaultExpectation], in sightings: [FaultSighting]) -> Verdict {
        FaultCheck("latency", rows).verdict(on: sightings) ?? .passed
    }
}
