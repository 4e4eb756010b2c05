import Conformance
import Health
import MCP
import MCPConnection
import MockMCP
import Registry
import Testing
import TestSupport

@Suite("The fault matrix")
struct FaultMatrixRunTests {
    @Test("has a row for every fault of the catalogue, and knows every fault of its rows")
    func complete() throws {
        let known = Set(FaultExpectation.all.map(\.name))
        // What only HTTP shows is not played over pipes or in memory.
        let played = FaultCatalogue.all.forms.filter { $0.group.rawValue != "http" }
        let missing = played.map(\.name).filter { !known.contains($0) }
        #expect(missing == [])
        for row in FaultExpectation.all where !row.transports.isDisjoint(with: [.memory, .stdio]) {
            for fault in row.faults { _ = try FaultCatalogue.all.fault(writtenAs: fault) }
        }
    }

    @Test("says each thing once")
    func unique() {
        let places = FaultExpectation.all.flatMap { row in row.transports.map { "\(row.faults) over \($0)" } }
        #expect(Set(places).count == places.count)
    }

    @Test("holds in memory, with every seed", .timeLimit(.minutes(1)), arguments: UInt64(1)...100)
    func memory(seed: UInt64) async throws {
        let sightings = try await FaultTrial(seed: seed).sightings(FaultExpectation.all, on: MemoryStage(seed: seed))
        #expect(sightings.compactMap(\.trouble) == [])
        #expect(sightings.filter { $0.seen == nil && $0.row.need == nil }.map(\.row.fault) == [])
        #expect(sightings.count == FaultExpectation.all.count { $0.transports.contains(.memory) })
    }

    @Test(
        "holds for every server of every entry where its own words may say otherwise",
        .timeLimit(.minutes(1)),
        arguments: EntryTrial.ids
    )
    func entries(id: String) async throws {
        let entry = try #require(try EntryTrial.entry(id))
        let rows = FaultExpectation.all.filter { $0.step == .probe || $0.fault.contains("-error=") }
        for server in entry.servers {
            let subject = EntrySubject(entry, server)
            let sightings = await FaultTrial(subject: subject).sightings(rows)
            #expect(sightings.compactMap(\.trouble) == [], "\(id)/\(server.id)")
        }
    }

    @Test("holds for real processes, of which nothing is left", .timeLimit(.minutes(1)), arguments: UInt64(1)...3)
    func stdio(seed: UInt64) async throws {
        let entry = try #require(try EntryTrial.entry("github"))
        let stage = ProcessStage(
            mock: try #require(BuiltProduct.path(of: "openwork-mock")),
            seed: seed,
            base: ["PATH": "/usr/bin:/bin"],
            stopBound: .seconds(1),
            clock: ContinuousClock(),
            info: Implementation(name: "test", version: "1")
        )
        let sightings = try await FaultTrial(entry, seed: seed).sightings(FaultExpectation.all, on: stage)
        #expect(sightings.compactMap(\.trouble) == [])
        #expect(sightings.filter { $0.seen == nil && $0.row.need == nil }.map(\.row.fault) == [])
        #expect(sightings.count == FaultExpectation.all.count { $0.transports.contains(.stdio) })
    }
}
