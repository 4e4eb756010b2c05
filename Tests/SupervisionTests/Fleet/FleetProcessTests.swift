import Glibc
import Health
import Supervision
import Testing
import TestSupport

@Suite("A fleet of processes", .timeLimit(.minutes(2)))
struct FleetProcessTests {
    @Test("starts a server, proves its credential, and leaves nothing when it is withdrawn")
    func life() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a"))
            let status = try #require(await world.fleet.check("a"))
            #expect(status.health.state == .connected)
            #expect(status.phase.name == "running")
            #expect(status.toolCount == 6)
            let pid = try #require(status.pid)
            #expect(runs(pid))
            #expect(text(of: "\(world.folder)/servers").hasPrefix("\(pid) "))
            #expect(await world.fleet.withdraw("a"))
            #expect(!runs(pid))
            #expect(world.fleet.status(of: "a") == nil)
            #expect(text(of: "\(world.folder)/servers") == "")
        }
    }

    @Test("says at once that one was killed, starts it again, and trusts it after two good contacts")
    func killed() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a"))
            let before = try #require(await world.fleet.check("a")?.pid)
            let events = world.fleet.events()
            kill(before, SIGKILL)
            #expect(await world.states(of: "a", until: .connected, in: events) == [.degraded, .connected])
            let status = try #require(world.fleet.status(of: "a"))
            #expect(status.pid != before)
            #expect(status.starts == 2)
            #expect(status.lastExit?.text == "ended by itself with killed by SIGKILL")
        }
    }

    @Test("fails calls under way when the server goes, and sends none of them again")
    func lostCall() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a", faults: ["latency=60s,tool=slow"]))
            let status = try #require(await world.fleet.check("a"))
            #expect(await world.call("a", "clock") == nil)
            async let call = world.call("a", "slow")
            while world.fleet.status(of: "a")?.callsUnderWay != 1 { await Task.yield() }
            kill(try #require(status.pid), SIGKILL)
            let failure = await call
            #expect(failure?.code == .lost, "\(String(describing: failure))")
        }
    }

    @Test(
        "never starts one again whose credential is refused",
        arguments: [
            "exit-at-start=1,stderr=error: 401 Unauthorized: invalid api key",
            "call-error=-32001,message=401 Unauthorized",
        ]
    )
    func refused(fault: String) async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a", faults: [fault]))
            let status = try #require(await world.fleet.check("a"))
            #expect(status.health.state == .disconnected)
            #expect(status.health.reason.cause == .outcome(.credentialInvalid), "\(status.health.reason)")
            // Longer than the pause after an exit, many times over.
            try? await ContinuousClock().sleep(for: .milliseconds(500))
            #expect(world.fleet.status(of: "a")?.starts == 1)
            #expect(world.fleet.status(of: "a")?.health.state == .disconnected)
        }
    }

    @Test("tells that a program is not there, with what to do, and does not try again")
    func missingProgram() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .process("a", "/nowhere/server", [], probe: "x"))
            let status = try #require(await world.fleet.check("a"))
            #expect(status.health.reason.cause == .outcome(.spawnFailed))
            #expect(status.phase == .blocked(by: .spawnFailed))
            #expect(status.health.reason.action == .repairInstall)
        }
    }

    @Test("starts one on demand for a call, and refuses at once while it waits after an exit")
    func onDemand() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a", mode: .onDemand))
            #expect(await world.call("a", "clock") == nil)
            world.fleet.assign(try .mock("b", faults: ["exit-at-start=3,stderr=boom"], restarts: RestartPolicy()))
            _ = await world.fleet.check("b")
            _ = try await world.status(of: "b") { $0.phase.name == "backing_off" }
            #expect(await world.call("b", "clock")?.code == .unavailable)
            #expect(await world.call("c", "clock")?.code == .unknownIntegration)
        }
    }

    @Test("replaces one by another after it has ended")
    func replaced() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a"))
            let first = try #require(await world.fleet.check("a")?.pid)
            let events = world.fleet.events()
            world.fleet.assign(try .mock("a"))
            let second = try #require(await world.fleet.check("a")?.pid)
            #expect(!runs(first) && runs(second))
            #expect(await world.states(of: "a", until: .connected, in: events) == [.unknown, .connected])
        }
    }

    @Test("leaves nobody when it is shut down, whatever they do against it")
    func shutDown() async throws {
        let pids = try await LiveFleet.with { world in
            let faults = [[], ["ignore-sigterm", "ignore-stdin-close"], ["grandchild"], ["stall"]]
            for (number, faults) in faults.enumerated() { world.fleet.assign(try .mock("a\(number)", faults: faults)) }
            return await withTaskGroup { group in
                for number in 0..<3 {
                    group.addTask { await world.fleet.check("a\(number)")?.pid }
                }
                var pids: [Int32] = []
                for await pid in group { if let pid { pids.append(pid) } }
                return pids
            }
        }
        #expect(pids.count == 3)
        #expect(pids.allSatisfy { !runs($0) })
    }
}
