import Health
import JSON
import Store
import Supervision
import Testing

@Suite("What a fleet knows", .timeLimit(.minutes(1)))
struct FleetEvidenceTests {
    @Test("of a credential that died it tells within five seconds of the call that showed it")
    func deadCredential() async throws {
        let story = try await VirtualFleet.with(["a"]) { world in
            world.fleet.assign(try .sample("a"))
            await world.wait(untilSecond: 1_050)
            world.vendors["a"]?.mood = .refusing
            _ = try? await world.fleet.call("a", tool: "me", arguments: [:])
            await world.wait(untilSecond: 1_060)
            return world.story(of: "a")
        }
        #expect(story.map(\.state) == [.connected, .disconnected])
        #expect((1_050...1_055).contains(story.last?.second ?? 0), "\(story)")
    }

    @Test("from an earlier run is history, and that nobody knows now is written down")
    func restored() async throws {
        let change = StoredHealthChange(
            integration: "a",
            at: WallTime(milliseconds: 5),
            from: .unknown,
            to: .connected,
            code: "ok",
            message: "it answers"
        )
        let story = try await VirtualFleet.with(["a"], history: MemoryHistory(changes: [change])) { world in
            world.vendors["a"]?.mood = .hanging
            world.fleet.assign(try .sample("a"))
            await world.wait(untilSecond: 5)
            #expect(world.fleet.status(of: "a")?.health.state == .unknown)
            #expect(world.fleet.status(of: "a")?.history == change)
            return world.story(of: "a")
        }
        #expect(story.dropFirst().map(\.state) == [.unknown])
    }

    @Test("it finds out alone: the lease is taken at once, and given back in the end")
    func lease() async throws {
        let history = MemoryHistory()
        try await VirtualFleet.with([], history: history) { world in
            await world.wait(untilSecond: 1)
            #expect(world.history.holders == ["health.probe": "openworkd"])
        }
        #expect(history.holders == [:])
    }
}
