import MCPConnection
import Testing
import TestSupport

@testable import Supervision

@Suite("A gate", .timeLimit(.minutes(1)))
struct GateTests {
    @Test("lets so many in, and the next when one leaves; leaving twice counts once")
    func places() async throws {
        let gate = Gate(limit: 2)
        let first = try #require(await gate.enter())
        let second = try #require(await gate.enter())
        #expect(gate.crowd == (2, 0))
        async let third = gate.enter()
        await untilWaiting(gate, 1)
        first.leave()
        first.leave()
        let place = try #require(await third)
        #expect(gate.crowd == (2, 0))
        second.leave()
        place.leave()
        #expect(gate.crowd == (0, 0))
    }

    @Test("serves the urgent before the others")
    func urgent() async throws {
        let gate = Gate(limit: 1)
        let holder = try #require(await gate.enter())
        let (names, name) = AsyncStream.makeStream(of: String.self)
        await withTaskGroup { group in
            group.addTask {
                let place = await gate.enter()
                name.yield("other")
                place?.leave()
            }
            await untilWaiting(gate, 1)
            group.addTask {
                let place = await gate.enter(isUrgent: true)
                name.yield("urgent")
                place?.leave()
            }
            await untilWaiting(gate, 2)
            holder.leave()
        }
        name.finish()
        #expect(await names.reduce(into: []) { $0.append($1) } == ["urgent", "other"])
    }

    @Test("forgets who gave up waiting")
    func cancelled() async throws {
        let gate = Gate(limit: 1)
        let holder = try #require(await gate.enter())
        let place = await withTaskGroup { group in
            group.addTask { await gate.enter() }
            await untilWaiting(gate, 1)
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(place == nil)
        holder.leave()
        #expect(gate.crowd == (0, 0))
    }

    @Test("lets another in beside one that takes too long")
    func patience() async throws {
        let gate = Gate(limit: 1)
        let clock = ManualClock()
        let (entered, enters) = (OneShot<Void>(), OneShot<Void>())
        await withTaskGroup { group in
            group.addTask {
                await gate.pass(patience: .seconds(3), clock: clock) { _ in
                    enters.fulfil(())
                    _ = await entered.wait()
                }
            }
            _ = await enters.wait()
            #expect(await clock.nextSleep() == .seconds(3))
            async let next = gate.enter()
            await untilWaiting(gate, 1)
            clock.advance(by: .seconds(3))
            #expect(await next != nil)
            entered.fulfil(())
        }
        #expect(gate.crowd.inside == 1)
    }

    private func untilWaiting(_ gate: Gate, _ count: Int) async {
        while gate.crowd.waiting < count { await Task.yield() }
    }
}
