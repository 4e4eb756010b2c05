@testable import Skills
import Testing

@Suite("How long a throttled call goes on")
struct PatienceTests {
    @Test("is bounded by time and by attempts")
    func bounds() {
        var limits = SkillLimits()
        limits.waiting = .seconds(10)
        limits.attempts = 3
        var patience = Patience(limits)
        #expect(patience.throttled(.seconds(11)) == .giveUp)
        #expect(patience.throttled(.seconds(10)) == .wait(.seconds(10)))
        #expect(patience.throttled(.zero) == .giveUp)
        var other = Patience(limits)
        other.spend(.seconds(9))
        #expect(other.throttled(nil) == .wait(.seconds(1)))
        #expect(other.throttled(nil) == .giveUp)
    }
}
