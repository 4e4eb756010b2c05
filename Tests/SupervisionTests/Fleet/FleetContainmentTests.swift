import Glibc
import Health
import MCPConnection
import Supervision
import Testing
import TestSupport

@Suite("One bad server", .timeLimit(.minutes(3)), .serialized)
struct FleetContainmentTests {
    @Test(
        "is nobody else's problem, and leaves nothing behind",
        arguments: [
            ["stderr-flood=50MB"], ["stall"], ["fork-bomb=32,seconds=600"], ["grandchild-setsid"],
            ["ignore-sigterm", "ignore-stdin-close"], ["exit-at-start=1,stderr=boom"],
        ]
    )
    func contained(faults: [String]) async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("good"))
            #expect(await world.fleet.check("good")?.health.state == .connected)
            world.fleet.assign(try .mock("bad", faults: faults))
            for _ in 0..<40 { #expect(await world.call("good", "clock") == nil) }
            let traces = traces(in: world)
            await world.fleet.withdraw("bad")
            #expect(await world.call("good", "clock") == nil)
            let good = world.fleet.status(of: "good")
            #expect(good?.health.state == .connected)
            #expect(good?.starts == 1)
            for trace in traces where trace.pid != good?.pid { #expect(!trace.isLeft, "\(faults)") }
        }
    }

    @Test("that floods its log fills neither memory nor disk, and the gap is marked")
    func flood() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("bad", faults: ["stderr-flood=2MB"]))
            let status = try #require(await world.fleet.check("bad"))
            #expect(status.health.state == .connected)
            await world.fleet.withdraw("bad")
            let kept = names(in: world.folder).filter { $0.hasPrefix("bad.log") }
            let bytes = kept.map { text(of: "\(world.folder)/\($0)").utf8.count }.reduce(0, +)
            #expect(bytes <= 4 * (1 << 20))
            #expect(kept.contains { text(of: "\(world.folder)/\($0)").contains("lines are missing here") })
        }
    }

    @Test("that wants all memory gets as much as it may have, and is ended by that")
    func hog() async throws {
        let program = "import sys\nkept = []\nwhile True: kept.append(bytearray(1 << 20))"
        try await LiveFleet.with { world in
            let limits = ResourceLimits(memoryInBytes: 200 << 20)
            let python = ["python3", "-c", program]
            world.fleet.assign(try .process("bad", "/usr/bin/env", python, probe: "x", limits: limits))
            let status = try #require(await world.fleet.check("bad"))
            #expect(status.health.state == .disconnected)
            #expect(status.lastExit?.errorLines.last == "MemoryError", "\(String(describing: status.lastExit))")
        }
    }

    private func traces(in world: LiveFleet) -> [ServerTrace] {
        text(of: "\(world.folder)/servers").split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let pid = Int32(words[0]), let start = UInt64(words[1]) else { return nil }
            return ServerTrace(pid: pid, startTime: start, mark: String(words[2]))
        }
    }
}
