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
        let admitted = (0..<60_000).count { pace.admit(at: .milliseconds($0)) == nil }
        #expect((1_295...1_300).contains(admitted))
    }

    @Test("admits a burst, then one at a time, and says when the next may come")
    func burst() {
        var pace = Pace(burst: 3, rate: 10)
        #expect((0..<3).allSatisfy { _ in pace.admit(at: .zero) == nil })
        #expect(pace.admit(at: .zero) == .milliseconds(100))
        #expect(pace.admit(at: .milliseconds(100)) == nil)
        #expect(pace.admit(at: .milliseconds(100)) != nil)
    }

    @Test("never holds more than a burst")
    func full() {
        var pace = Pace(burst: 2, rate: 10)
        #expect(pace.admit(at: .zero) == nil)
        #expect(pace.admit(at: .seconds(3_600)) == nil)
        #expect(pace.admit(at: .seconds(3_600)) == nil)
        #expect(pace.admit(at: .seconds(3_600)) != nil)
    }
}
