import Gateway
import Testing

@Suite("A circuit breaker")
struct CircuitBreakerTests {
    private static let policy = CircuitBreaker.Policy(failureLimit: 3, pause: .seconds(30))

    private static var opened: CircuitBreaker {
        var breaker = CircuitBreaker(policy)
        for second in 0..<3 { breaker.failed(at: .seconds(second)) }
        return breaker
    }

    @Test("lets calls through until so many have failed in a row")
    func opens() {
        var breaker = CircuitBreaker(Self.policy)
        breaker.failed(at: .zero)
        breaker.failed(at: .zero)
        breaker.answered()
        breaker.failed(at: .zero)
        breaker.failed(at: .zero)
        #expect(breaker.admit(at: .zero) == .pass)
        breaker.failed(at: .seconds(1))
        #expect(breaker.state == .open(until: .seconds(31)))
        #expect(breaker.admit(at: .seconds(11)) == .refused(retryAfter: .seconds(20)))
    }

    @Test("lets one call try after the pause, and closes when it is answered")
    func halfOpen() {
        var breaker = Self.opened
        #expect(breaker.admit(at: .seconds(32)) == .pass)
        #expect(breaker.admit(at: .seconds(32)) == .refused(retryAfter: .seconds(30)))
        breaker.answered()
        #expect(breaker.state == .closed(failures: 0))
        #expect(breaker.admit(at: .seconds(33)) == .pass)
    }

    @Test("opens again when the call that tries fails")
    func reopens() {
        var breaker = Self.opened
        _ = breaker.admit(at: .seconds(40))
        breaker.failed(at: .seconds(41))
        #expect(breaker.state == .open(until: .seconds(71)))
    }

    @Test("lets the next one try when the caller gave the trial up")
    func abandoned() {
        var breaker = Self.opened
        _ = breaker.admit(at: .seconds(40))
        breaker.abandoned(at: .seconds(41))
        #expect(breaker.admit(at: .seconds(41)) == .pass)
    }

    @Test("calls that passed before it opened do not make the pause longer")
    func late() {
        var breaker = Self.opened
        breaker.failed(at: .seconds(20))
        #expect(breaker.state == .open(until: .seconds(32)))
    }
}
