import JSON
import MockMCP
import Testing

@Suite("Faults of time")
struct TimingFaultTests {
    @Test("latency delays every message by its time, side by side")
    func latency() throws {
        var talk = try Talk(faults: "latency=2s")
        talk.ask("ping")
        talk.wait(.seconds(1))
        talk.ask("ping")
        #expect(talk.wait(.milliseconds(999)).lines == [])
        #expect(talk.wait(.milliseconds(1)).messages.map { $0["id"] } == [1])
        #expect(talk.wait(.seconds(1)).messages.map { $0["id"] } == [2])
    }

    @Test("jitter is the same for the same seed and another for another")
    func seeds() throws {
        func arrivals(seed: UInt64) throws -> [Duration] {
            var talk = try Talk(faults: "latency=0s,jitter=1s", seed: seed)
            for _ in 0..<5 { talk.ask("ping") }
            var times: [Duration] = []
            for step in 1...100 where !talk.wait(.milliseconds(10)).lines.isEmpty { times.append(.milliseconds(step)) }
            return times
        }
        #expect(try arrivals(seed: 1) == arrivals(seed: 1))
        #expect(try arrivals(seed: 1) != arrivals(seed: 2))
    }

    @Test("reordered-responses lets the second overtake the first")
    func reordered() throws {
        var talk = try Talk(faults: "reordered-responses")
        talk.ask("ping")
        #expect(talk.ask("ping").messages.map { $0["id"] } == [2])
        #expect(talk.wait(.milliseconds(20)).messages.map { $0["id"] } == [1])
    }

    @Test("faults act together, in the order of the catalogue whatever the order they are given in")
    func together() throws {
        for faults in [("latency=1s", "wrong-id"), ("wrong-id", "latency=1s")] {
            var talk = try Talk(faults: faults.0, faults.1)
            #expect(talk.ask("ping").lines == [])
            #expect(talk.wait(.seconds(1)).message["id"] == 1_000_001)
        }
    }
}
