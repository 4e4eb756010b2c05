import Health
import Supervision
import Testing

@Suite("A thousand servers")
struct FleetCrowdTests {
    @Test(
        "are each probed as often as one alone, and shown in no time",
        .timeLimit(.minutes(5)),
        arguments: [100, 1_000]
    )
    func crowd(count: Int) async throws {
        let ids = (0..<count).map { "s\($0)" }
        let (contacts, elapsed, transactions) = try await VirtualFleet.with(ids) { world in
            for id in ids { world.fleet.assign(try .sample(id)) }
            await world.wait(untilSecond: 500)
            let elapsed = ContinuousClock().measure {
                #expect(world.fleet.statuses().allSatisfy { $0.health.state == .connected })
            }
            await world.wait(untilSecond: 510)
            return (world.history.contacts.count, elapsed, world.history.transactions)
        }
        // The first contact, and one after each 200 seconds.
        #expect(contacts == 3 * count)
        #expect(transactions < 300)
        #expect(elapsed < .seconds(1), "\(elapsed)")
        print("\(count) servers: \(contacts) contacts in 500 s, all statuses in \(elapsed)")
    }
}
