import Conformance
import Registry
import Testing

@Suite("The plan of a run over entries")
struct EntryPlanTests {
    private func plan(_ patterns: [String]...) throws -> EntryPlan {
        let entry = try Specimen.entry()
        var plan = EntryPlan([EntrySubject(entry, try #require(entry.preferredServer))])
        for pattern in patterns { plan.keep(matching: pattern) }
        return plan
    }

    @Test("holds every check that says something over pipes")
    func all() throws {
        let plan = try plan()
        #expect(plan.entryChecks.map(\.id) == EntryCheckRegistry.checks.map(\.id))
        #expect(plan.checks.contains { $0.id == "STOP-ON-CLOSE" })
        #expect(!plan.checks.contains { $0.id.rawValue.hasPrefix("HTTP-") })
    }

    @Test("keeps what one of the patterns names, in small letters, too")
    func kept() throws {
        let plan = try plan(["auth-*", "WIRE-UTF8"])
        #expect(plan.checks.map(\.id) == ["WIRE-UTF8"])
        #expect(!plan.entryChecks.isEmpty)
        #expect(plan.entryChecks.allSatisfy { $0.id.rawValue.hasPrefix("AUTH-") })
    }

    @Test("is narrowed by a profile first and by the command line then; no patterns narrow nothing")
    func narrowed() throws {
        let plan = try plan(["AUTH-*", "SEC-*"], [], ["*-INVALID"])
        #expect(plan.entryChecks.map(\.id) == ["AUTH-INVALID"])
        #expect(plan.checks.isEmpty)
    }
}
