import Testing

@testable import MCPConnection

@Suite("The pace of what nobody asked for")
struct FloodPaceTests {
    @Test("is free for thousands at once, and then a steady rate")
    func burst() {
        var pace = FloodPace()
        #expect(pace.pause(after: 5_000, at: .zero) == nil)
        #expect(pace.pause(after: 20, at: .zero) == .milliseconds(10))
        #expect(pace.pause(after: 2_000, at: .zero) == FloodPace.longestPause)
        // What was too much has to be made up for.
        #expect(pace.pause(after: 1, at: .seconds(1)) != nil)
        #expect(pace.pause(after: 1, at: .seconds(2)) == nil)
    }

    @Test("lets a peer through for ever that stays below it")
    func steady() {
        var pace = FloodPace()
        for tenth in 0..<1_000 { #expect(pace.pause(after: 190, at: .milliseconds(100 * tenth)) == nil) }
    }

    @Test("counts long messages by their bytes, so that few of them are no way around it")
    func bytes() {
        var (pace, now, count) = (FloodPace(), Duration.zero, 0)
        while now < .seconds(60) {
            count += 1
            now += pace.pause(after: 1, bytes: 1 << 20, at: now) ?? .microseconds(100)
        }
        // Four a second, and what may come at once.
        #expect((260...280).contains(count))
    }
}
