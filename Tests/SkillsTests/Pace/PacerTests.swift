@testable import Skills
import Testing

@Suite("Pacing")
struct PacerTests {
    private static let tier = PacingTier(name: "t", requests: 2, period: .seconds(10), argument: "id")

    private func route(_ name: String = "a", value: String? = nil, tier: PacingTier? = PacerTests.tier) -> Pacer.Route {
        Pacer.Route(name: name, tier: tier, tierValue: value)
    }

    private func reading(_ headers: [String: String]) -> RateReading {
        RateReading(VendorAnswer(200, "", headers), body: nil, places: [], now: 0)
    }

    @Test("lets as many through as the tier allows, then one by one")
    func tiers() {
        var pacer = Pacer()
        let patience = Duration.seconds(60)
        #expect(pacer.reserve(route(), now: .zero, patience: patience) == .send(after: .zero))
        #expect(pacer.reserve(route(), now: .zero, patience: patience) == .send(after: .zero))
        #expect(pacer.reserve(route(), now: .zero, patience: patience) == .send(after: .seconds(5)))
        #expect(pacer.reserve(route(), now: .seconds(1), patience: patience) == .send(after: .seconds(9)))
        #expect(pacer.reserve(route(value: "other"), now: .seconds(1), patience: patience) == .send(after: .zero))
        #expect(pacer.reserve(route(), now: .seconds(60), patience: patience) == .send(after: .zero))
    }

    @Test("takes no place for a call that will not wait")
    func refusal() {
        var pacer = Pacer()
        for _ in 0..<2 { _ = pacer.reserve(route(), now: .zero, patience: .zero) }
        for _ in 0..<5 {
            #expect(pacer.reserve(route(), now: .zero, patience: .seconds(4)) == .refuse(.seconds(5)))
        }
        #expect(pacer.reserve(route(), now: .seconds(5), patience: .zero) == .send(after: .zero))
    }

    @Test("waits when the vendor says that nothing is left")
    func exhausted() {
        var pacer = Pacer()
        let reading = reading(["X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "3"])
        pacer.learn(reading, isThrottled: false, about: route(tier: nil), now: .seconds(10))
        #expect(pacer.reserve(route(tier: nil), now: .seconds(11), patience: .seconds(9)) == .send(after: .seconds(2)))
        #expect(pacer.reserve(route("b", tier: nil), now: .seconds(11), patience: .zero) == .send(after: .zero))
    }

    @Test("asks again after an hour, however far off a good answer puts the reset")
    func foresight() {
        var pacer = Pacer()
        let reading = reading(["X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "9000000"])
        pacer.learn(reading, isThrottled: false, about: route(tier: nil), now: .zero)
        #expect(pacer.reserve(route(tier: nil), now: .zero, patience: .zero) == .refuse(Pacer.longestForesight))
    }

    @Test("knows that routes share a bucket, and that a global limit stops all")
    func buckets() {
        var pacer = Pacer()
        let shared = reading(["X-RateLimit-Bucket": "x", "X-RateLimit-Remaining": "5"])
        pacer.learn(shared, isThrottled: false, about: route("a", tier: nil), now: .zero)
        let refused = reading(["X-RateLimit-Bucket": "x", "Retry-After": "4"])
        pacer.learn(refused, isThrottled: true, about: route("b", tier: nil), now: .zero)
        #expect(pacer.reserve(route("a", tier: nil), now: .seconds(1), patience: .zero) == .refuse(.seconds(3)))
        #expect(pacer.reserve(route("c", tier: nil), now: .seconds(1), patience: .zero) == .send(after: .zero))
        let global = reading(["X-RateLimit-Global": "true", "Retry-After": "9"])
        pacer.learn(global, isThrottled: true, about: route("b", tier: nil), now: .zero)
        #expect(pacer.reserve(route("c", tier: nil), now: .seconds(1), patience: .zero) == .refuse(.seconds(8)))
    }

    @Test("forgets what is over")
    func bounded() {
        var pacer = Pacer()
        for number in 0..<(Pacer.laneLimit * 3) {
            let now = Duration.seconds(number * 20)
            #expect(pacer.reserve(route(value: "\(number)"), now: now, patience: .zero) == .send(after: .zero))
        }
        #expect(pacer.laneCount <= Pacer.laneLimit + 1)
    }
}
