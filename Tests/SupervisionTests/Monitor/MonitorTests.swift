import Health
import MCP
import MCPConnection
import Probing
import Testing
import TestSupport

@testable import Supervision

@Suite("A monitor", .timeLimit(.minutes(1)))
struct MonitorTests {
    @Test("wakes who is due, sooner when that is said later, and tells that the host slept")
    func wakes() async {
        let clock = ManualClock()
        let prober = Prober(
            clock: clock,
            origin: clock.now,
            wallSeconds: { 0 },
            info: Implementation(name: "test", version: "1")
        )
        let monitor = Monitor(prober: prober, heartbeat: .seconds(10))
        let (events, event) = AsyncStream.makeStream(of: String.self)
        await withTaskGroup { group in
            group.addTask { await monitor.run(woke: { event.yield("woke") }, attend: { event.yield($0) }) }
            var heard = events.makeAsyncIterator()
            #expect(await clock.nextSleep() == .seconds(10))
            monitor.set("a", at: Moment(.seconds(4)))?.fulfil(())
            #expect(await clock.nextSleep() == .seconds(4))
            clock.advance(by: .seconds(4))
            #expect(await heard.next() == "a")
            #expect(await clock.nextSleep() == .seconds(10))
            clock.advance(by: .seconds(3_600))
            #expect(await heard.next() == "woke")
            group.cancelAll()
        }
    }
}
