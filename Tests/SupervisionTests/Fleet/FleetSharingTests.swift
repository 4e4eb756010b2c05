import Health
import JSON
import Probing
import Registry
import Store
import Supervision
import Testing

@Suite("A fleet that shares", .timeLimit(.minutes(1)))
struct FleetSharingTests {
    @Test("stops a server that nobody calls after its idle limit, stays green, and starts it again for a call")
    func idle() async throws {
        var restarts = RestartPolicy()
        restarts.idleLimit = .seconds(60)
        let policy = restarts
        try await VirtualFleet.with(["a"]) { world in
            let vendor = try #require(world.vendors["a"])
            world.fleet.assign(try .sample("a", mode: .onDemand, restarts: policy))
            await world.wait(untilSecond: 20)
            // Looked at, and stopped again at once, since nobody called it.
            #expect(vendor.starts == 1 && vendor.running == 0)
            await world.wait(untilSecond: 100)
            _ = try await world.fleet.call("a", tool: "work", arguments: [:])
            #expect(vendor.starts == 2 && vendor.running == 1)
            await world.wait(untilSecond: 155)
            _ = try await world.fleet.call("a", tool: "work", arguments: [:])
            await world.wait(untilSecond: 210)
            #expect(vendor.starts == 2 && vendor.running == 1)
            await world.wait(untilSecond: 230)
            #expect(vendor.running == 0)
            #expect(world.fleet.status(of: "a")?.phase.name == "stopped")
            #expect(world.fleet.status(of: "a")?.health.state == .connected)
            _ = try await world.fleet.call("a", tool: "work", arguments: [:])
            #expect(vendor.starts == 3)
        }
    }

    @Test("runs one process for many callers at once")
    func shared() async throws {
        try await VirtualFleet.with(["a"]) { world in
            world.fleet.assign(try .sample("a", mode: .onDemand))
            let good = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { (try? await world.fleet.call("a", tool: "work", arguments: [:])) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(good == 50)
            #expect(world.vendors["a"]?.starts == 1)
        }
    }

    @Test("leaves what is shared to the daemon that holds the lease, and takes it over when that one is gone")
    func lease() async throws {
        let history = MemoryHistory()
        let start = WallTime(milliseconds: 1_000_000_000)
        let isTaken = try await history.takeLease("health.probe", for: "other", lasting: .seconds(620), at: start)
        #expect(isTaken)
        try await VirtualFleet.with(["own", "shared"], history: history) { world in
            world.fleet.assign(try .sample("own"))
            world.fleet.assign(try .remote("shared"))
            await world.wait(untilSecond: 510)
            #expect(world.contacts(of: "own") == 3)
            // The first, which every start makes.
            #expect(world.contacts(of: "shared") == 1)
            await world.wait(untilSecond: 700)
            #expect(world.contacts(of: "shared") > 1)
            #expect(history.holders["health.probe"] == "openworkd")
        }
    }

    @Test("tells of throttling as degraded, and starts nothing again for it")
    func throttled() async throws {
        try await LiveFleet.with { world in
            world.fleet.assign(try .mock("a", faults: ["call-error=-32000,message=429 Too Many Requests"]))
            let status = try #require(await world.fleet.check("a"))
            #expect(status.health.state == .degraded)
            #expect(status.health.reason.cause == .outcome(.rateLimited), "\(status.health.reason)")
            for _ in 0..<5 { _ = await world.fleet.check("a") }
            let later = try #require(world.fleet.status(of: "a"))
            #expect(later.health.state == .degraded && later.starts == 1 && later.phase.name == "running")
        }
    }
}

extension VirtualFleet {
    fileprivate func contacts(of id: String) -> Int { history.contacts.count { $0.integration == id } }
}

extension Assignment {
    /// A server that is no process of ours.
    fileprivate static func remote(_ id: String) throws -> Assignment {
        var server = IntegrationServer(.remote)
        server.url = "http://127.0.0.1:1/mcp"
        let entry = Integration.sample(id, server: server)
        let configuration = ["API_KEY": "sk-sample-key-0001"]
        let plan = try LaunchPlan(for: entry, configuration: configuration, on: Capabilities())
        return Assignment(entry, server: entry.servers[0], plan: plan, configuration: configuration)
    }
}
