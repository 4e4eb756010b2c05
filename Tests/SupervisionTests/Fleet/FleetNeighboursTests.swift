import Glibc
import Health
import Supervision
import TestSupport
import Testing

@Suite("The neighbours of a bad server", .timeLimit(.minutes(3)), .serialized)
struct FleetNeighboursTests {
    /// The quickest of many calls: what the machine does besides slows some of them, and a server all of them.
    private static func quickest(in world: LiveFleet) async -> Duration {
        let clock = ContinuousClock()
        var best = Duration.seconds(60)
        for _ in 0..<40 {
            let start = clock.now
            #expect(await world.call("good", "clock") == nil)
            best = min(best, start.duration(to: clock.now))
        }
        return best
    }

    @Test(
        "are answered as quickly as before",
        arguments: [
            (faults: ["stderr-flood=200MB"], limits: ResourceLimits()),
            (["fork-bomb=64,seconds=600"], ResourceLimits(processes: 200)), (["stall"], ResourceLimits()),
        ]
    )
    func answered(faults: [String], limits: ResourceLimits) async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("good"))
            #expect(await world.fleet.check("good")?.health.state == .connected)
            let alone = await Self.quickest(in: world)
            world.fleet.assign(try .mock("bad", faults: faults, limits: limits))
            let beside = await Self.quickest(in: world)
            // Times share one machine with whatever else runs on it: this is about waiting for the other, not about speed.
            #expect(beside < alone * 20 + .milliseconds(50), "\(alone) alone, \(beside) beside \(faults)")
        }
    }

    @Test("see no zombies of one that forked and forked, once it is gone")
    func zombies() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("bad", faults: ["fork-bomb=64,seconds=600"]))
            let pid = try #require(await world.fleet.check("bad")?.pid)
            await world.fleet.withdraw("bad")
            #expect(Self.members(ofGroup: pid) == [])
        }
    }

    /// Processes of a group, zombies too.
    private static func members(ofGroup group: Int32) -> [String] {
        names(in: "/proc").filter { name in
            guard name.allSatisfy(\.isNumber) else { return false }
            let line = text(of: "/proc/\(name)/stat")
            guard let close = line.lastIndex(of: ")") else { return false }
            let words = line[close...].dropFirst(2).split(separator: " ")
            return words.count > 3 && (words[2] == "\(group)" || words[3] == "\(group)")
        }
    }
}
