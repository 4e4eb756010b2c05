import Conformance
import Registry
import Testing

@Suite("One changed fact of an entry", .serialized)
struct EntryMutationTests {
    @Test("fails exactly the checks that are about it", .timeLimit(.minutes(1)), arguments: EntryTrial.ids)
    func changed(id: String) async throws {
        let entry = try #require(try EntryTrial.entry(id))
        var soundVerdicts: [String: [CheckID: Verdict]] = [:]
        for kind in EntryMutation.Kind.allCases {
            guard let mutation = EntryMutation(kind, of: entry) else { continue }
            let trial = EntryTrial(entry: entry, server: mutation.server)
            if soundVerdicts[mutation.server.id] == nil { soundVerdicts[mutation.server.id] = await trial.verdicts() }
            let before = soundVerdicts[mutation.server.id] ?? [:]
            let after = await trial.verdicts(believing: mutation.changed)
            let place = "\(id)/\(mutation.server.id) \(kind)"
            #expect(before.filter { $0.value.name == .failed }.isEmpty, "\(place): sound")
            let failed = Set(after.filter { $0.value.name == .failed }.keys)
            #expect(failed.contains(mutation.wanted), "\(place): \(failed)")
            #expect(failed.isSubset(of: mutation.allowed), "\(place): \(failed)")
            let finding = after[mutation.wanted]?.finding
            let said = finding.map { $0.expected + $0.actual } ?? ""
            #expect(said.contains(mutation.thing), "\(place): \(said)")
            // Whatever could not be tried says which failed check is the reason.
            let untried = after.values.filter { $0.name == .incomplete }.compactMap(\.note)
            #expect(untried.allSatisfy { $0.contains("see ") }, "\(place): \(untried)")
        }
    }

    @Test("is there to be changed in every entry", arguments: EntryMutation.Kind.allCases)
    func coverage(kind: EntryMutation.Kind) throws {
        let without = try EntryTrial.ids.filter { id in
            try EntryTrial.entry(id).flatMap { EntryMutation(kind, of: $0) } == nil
        }
        #expect(EntryTrial.ids.count == 49)
        #expect(without.isEmpty, "\(kind): \(without)")
    }
}
