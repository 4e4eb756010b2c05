import Conformance
import Health
import MockMCP
import Registry
import Testing
import TestSupport

/// One seed after the other: each has its own time then, whatever else the machine does.
@Suite("The fault matrix", .serialized)
struct FaultMatrixRunTests {
    @Test(
        "has for every fault a row over each transport, or says why it cannot be there",
        arguments: FaultCatalogue.all.forms.map(\.name)
    )
    func complete(name: String) {
        let played = Set(FaultExpectation.all.filter { $0.name == name }.flatMap(\.transports))
        let impossible = FaultExpectation.impossible(name)
        #expect(played.union(impossible.map(\.transport)) == Set(FaultExpectation.Transport.allCases))
        #expect(played.isDisjoint(with: impossible.map(\.transport)))
        #expect(impossible.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("knows every fault of its rows, and plays none where it cannot be", arguments: FaultExpectation.all)
    func known(row: FaultExpectation) throws {
        for fault in row.faults {
            let fault = try FaultCatalogue.all.fault(writtenAs: fault)
            for transport in row.transports {
                #expect(fault.misfit(over: try #require(MockTransport(rawValue: transport.rawValue))) == nil)
            }
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
}
