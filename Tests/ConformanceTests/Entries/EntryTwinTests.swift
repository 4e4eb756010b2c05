import Conformance
import Testing

@Suite("The broken twin of each check about entries", .serialized)
struct EntryTwinTests {
    @Test("is there", arguments: EntryCheckRegistry.checks.map(\.id))
    func there(check: CheckID) {
        #expect(EntryTwin.all.contains { $0.check == check })
    }

    @Test("has a sound sister on which every check passes", .timeLimit(.minutes(1)))
    func sound() async throws {
        let verdicts = try await EntryTwin("REG-SOUND", says: "").verdicts()
        #expect(Set(verdicts.keys) == Set(EntryCheckRegistry.checks.map(\.id)))
        let others = verdicts.filter { $0.value != .passed }
        #expect(others.isEmpty, "\(others)")
    }

    @Test(
        "fails exactly its check, which says what to mend",
        .timeLimit(.minutes(1)),
        arguments: EntryTwin.all
    )
    func broken(_ twin: EntryTwin) async throws {
        let verdicts = try await twin.verdicts()
        let finding = try #require(verdicts[twin.check]?.finding, "\(String(describing: verdicts[twin.check]))")
        #expect("expected \(finding.expected) actual \(finding.actual)".contains(twin.says))
        let failed = Set(verdicts.filter { $0.value.name == .failed }.keys)
        #expect(failed.isSubset(of: twin.also.union([twin.check])), "\(failed)")
        // What could not be tried names the check that did fail.
        let untried = verdicts.values.filter { $0.name == .incomplete }.compactMap(\.note)
        #expect(untried.allSatisfy { $0.contains("see ") }, "\(untried)")
    }
}
