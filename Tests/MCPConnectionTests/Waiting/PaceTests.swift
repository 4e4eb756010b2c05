import MCPConnection
import Testing

@Suite("A pace")
struct PaceTests {
    @Test("lets a burst through, and then what has to be made up for waits")
    func pause() {
        var pace = Pace(burst: 100, rate: 10)
        #expect(pace.pause(after: 100, at: .zero) == nil)
        #expect(pace.pause(after: 5, at: .zero) == .milliseconds(500))
        #expect(pace.pause(after: 5, at: .seconds(1)) == nil)
        // Never more than the burst, however long nothing came.
        #expect(pace.pause(after: 110, at: .seconds(1_000)) == .seconds(1))
    }

    @Test("admits in the long run what its rate says, and no more of what it refused counts")
    func admits() {
        var pace = Pace(burst: 100, rate: 20)
        let admitted = (0..<60_000).count { pace.admits(1, at: .milliseconds($0)) }
        #expect((1_295...1_300).contains(admitted))
    }
}
