import Gateway
import Testing

@Suite("The gate of a role")
struct CallGateTests {
    private static let policy = RolePolicy(
        limits: CallLimits(callsPerIntegration: 2, callsPerRole: 3),
        breaker: CircuitBreaker.Policy(failureLimit: 1, pause: .seconds(10))
    )

    @Test("caps what is in flight, for one integration and for all")
    func caps() {
        var gate = CallGate(Self.policy)
        #expect(gate.enter("a", at: .zero) == nil)
        #expect(gate.enter("a", at: .zero) == nil)
        #expect(gate.enter("a", at: .zero) == .integrationIsBusy(limit: 2))
        #expect(gate.enter("b", at: .zero) == nil)
        #expect(gate.enter("b", at: .zero) == .roleIsBusy(limit: 3))
        gate.leave("a", .answered, at: .zero)
        #expect(gate.enter("b", at: .zero) == nil)
        #expect(gate.callsInFlight == 3)
    }

    @Test("leaves alone the integration that fails, and no other")
    func breaker() {
        var gate = CallGate(Self.policy)
        _ = gate.enter("a", at: .zero)
        gate.leave("a", .failed, at: .seconds(1))
        #expect(gate.enter("a", at: .seconds(2)) == .isLeftAlone(retryAfter: .seconds(9)))
        #expect(gate.enter("b", at: .seconds(2)) == nil)
        #expect(gate.enter("a", at: .seconds(11)) == nil)
        gate.leave("a", .answered, at: .seconds(12))
        #expect(gate.breaker(of: "a") == .closed(failures: 0))
    }

    @Test("takes another policy over while calls are in flight")
    func reload() {
        var gate = CallGate(Self.policy)
        _ = gate.enter("a", at: .zero)
        var wider = Self.policy
        wider.limits.callsPerIntegration = 1
        gate.take(wider)
        #expect(gate.enter("a", at: .zero) == .integrationIsBusy(limit: 1))
        gate.leave("a", .answered, at: .zero)
        #expect(gate.callsInFlight == 0)
    }
}
