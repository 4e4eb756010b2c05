import Gateway
import Health
import JSON
import MCP
import Simulation
import Supervision
import Testing

@Suite("What agents get of a fleet", .timeLimit(.minutes(1)))
struct FleetUpstreamsTests {
    private func call(_ tool: String, of id: String) -> UpstreamRequest {
        UpstreamRequest(
            "tools/call",
            of: id,
            params: ["name": .string(tool), "arguments": [:]],
            timeLimit: .seconds(60),
            caller: UpstreamCaller(conversation: "test")
        )
    }

    @Test("is what each server lists, and calls are passed on")
    func lists() async throws {
        let (names, outcome) = try await VirtualFleet.with(["a"]) { world in
            world.fleet.assign(try .sample("a"))
            await world.wait(untilSecond: 5)
            let offer = world.fleet.offer(of: "a")
            #expect(offer?.isAvailable == true)
            let answer = await world.fleet.perform(call("work", of: "a"))
            guard case .outcome(.result(let result)) = answer else { return ([String](), "\(answer)") }
            let names = offer?.tools.compactMap { $0["name"]?.stringValue } ?? []
            return (names, result.value["content"]?[0]?["text"]?.stringValue ?? "")
        }
        #expect(names == ["me", "work"])
        #expect(outcome == "done")
    }

    @Test("shows how the server is: a refusal an agent meets is told within five seconds, and its tools are withdrawn")
    func evidence() async throws {
        let (story, availability) = try await VirtualFleet.with(["a"]) { world in
            world.fleet.assign(try .sample("a"))
            await world.wait(untilSecond: 1_050)
            world.vendors["a"]?.mood = .refusing
            _ = await world.fleet.perform(call("me", of: "a"))
            await world.wait(untilSecond: 1_060)
            return (world.story(of: "a"), world.fleet.offer(of: "a")?.availability)
        }
        #expect(story.map(\.state) == [.connected, .disconnected])
        #expect((1_050...1_055).contains(story.last?.second ?? 0), "\(story)")
        guard case .unavailable(let cause) = availability else {
            Issue.record("\(String(describing: availability))")
            return
        }
        #expect(cause.hasPrefix("is disconnected: "))
    }

    @Test("stays listed while a server that runs on demand sleeps, and the call starts it")
    func onDemand() async throws {
        let starts = try await VirtualFleet.with(["a"]) { world in
            world.fleet.assign(try .sample("a", mode: .onDemand))
            await world.wait(untilSecond: 30)
            #expect(world.fleet.status(of: "a")?.phase == .stopped)
            #expect(world.fleet.offer(of: "a")?.isAvailable == true)
            let before = world.vendors["a"]?.starts ?? 0
            let answer = await world.fleet.perform(call("work", of: "a"))
            guard case .outcome(.result) = answer else {
                Issue.record("\(answer)")
                return 0
            }
            return (world.vendors["a"]?.starts ?? 0) - before
        }
        #expect(starts == 1)
    }

    @Test("is nothing of an integration that nobody runs")
    func absent() async throws {
        let answer = try await VirtualFleet.with([]) { world in await world.fleet.perform(call("work", of: "b")) }
        #expect(answer == .absent("is not run here"))
    }

    @Test("does not depend on the neighbours: one that hangs, one that dies and one that is refused cost it no time")
    func isolation() async throws {
        let (answered, spent, available) = try await VirtualFleet.with(["a", "b", "c", "d"]) { world in
            world.vendors["b"]?.mood = .hanging
            world.vendors["c"]?.mood = .dying
            world.vendors["d"]?.mood = .refusing
            for id in ["a", "b", "c", "d"] { world.fleet.assign(try .sample(id)) }
            await world.wait(untilSecond: 30)
            return await withTaskGroup(of: Bool.self) { group in
                for id in ["b", "c", "d"] {
                    group.addTask {
                        _ = await world.fleet.perform(call("me", of: id))
                        return false
                    }
                }
                let start = world.clock.now
                for _ in 0..<100 {
                    group.addTask {
                        if case .outcome(.result) = await world.fleet.perform(call("work", of: "a")) {
                            true
                        } else {
                            false
                        }
                    }
                }
                let offers = world.fleet.offers()
                var answered = 0
                while answered < 100, let wasAnswered = await group.next() {
                    if wasAnswered { answered += 1 }
                }
                let spent = start.duration(to: world.clock.now)
                group.cancelAll()
                return (answered, spent, offers.filter(\.isAvailable).map(\.integration))
            }
        }
        #expect(answered == 100)
        #expect(spent == .zero)
        #expect(available == ["a"])
    }
}
