import Testing

@testable import Daemon

@Suite struct RateLimitTests {
    @Test func `A burst passes, then one at a time`() {
        var limit = RateLimit(perSecond: 10, burst: 3)
        #expect((0..<3).allSatisfy { _ in limit.admit(at: .zero) == nil })
        #expect(limit.admit(at: .zero) == .milliseconds(100))
        #expect(limit.admit(at: .milliseconds(100)) == nil)
        #expect(limit.admit(at: .milliseconds(100)) != nil)
    }

    @Test func `The bucket never holds more than a burst`() {
        var limit = RateLimit(perSecond: 10, burst: 2)
        #expect(limit.admit(at: .zero) == nil)
        #expect(limit.admit(at: .seconds(3_600)) == nil)
        #expect(limit.admit(at: .seconds(3_600)) == nil)
        #expect(limit.admit(at: .seconds(3_600)) != nil)
    }
}
