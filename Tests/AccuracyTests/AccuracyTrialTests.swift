import Accuracy
import Conformance
import Health
import Registry
import Testing
import TestSupport

@Suite("What is shown of a server in trouble")
struct AccuracyTrialTests {
    static let shipped = ShippedFiles(folder: SourceTree.registry)

    /// One whose credential a call proves, one that is reached elsewhere, one with words of its own.
    static let ids = ["github", "slack", "notion"]

    private func trial(_ id: String, seed: UInt64) throws -> AccuracyTrial {
        let entry = try #require(try Self.shipped.entry(id))
        return AccuracyTrial(EntrySubject(entry, try #require(entry.preferredServer), seed: seed), seed: seed)
    }

    @Test("is what the table declares, at every moment that counts", .timeLimit(.minutes(1)), arguments: ids)
    func simulated(id: String) async throws {
        for seed in UInt64(1)...2 {
            let part = try await trial(id, seed: seed).simulated()
            #expect(part.confusion.mistakes == [], "seed \(seed)")
            #expect(part.incomplete == [])
            #expect(part.confusion.total > 100)
            #expect(part.noticed.count == part.recovered.count)
        }
    }

    @Test("is never trouble while it is well, however slow it may be", .timeLimit(.minutes(1)), arguments: ids)
    func healthy(id: String) async throws {
        let part = try await trial(id, seed: 3).healthy(contacts: 100)
        #expect(part.healthyContacts == 100)
        #expect(part.falseAlarms == 0)
    }

    @Test("comes out the same with the same seed")
    func repeatable() async throws {
        let one = try await trial("github", seed: 9).simulated()
        #expect(try await trial("github", seed: 9).simulated() == one)
    }

    @Test("is told apart from what simpler checks say: they call dead credentials alive")
    func simplerChecks() async throws {
        let part = try await trial("github", seed: 1).simulated()
        #expect(part.checks["ping"]?.missed ?? 0 > 0)
        #expect(part.checks["tools/list"]?.missed ?? 0 > 0)
        #expect(part.confusion.count(.disconnected, .connected) == 0)
    }
}
