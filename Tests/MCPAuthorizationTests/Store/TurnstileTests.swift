import Testing

@testable import MCPAuthorization

@Suite("Turnstile", .timeLimit(.minutes(1)))
struct TurnstileTests {
    @Test("sends away whoever is cancelled in line, and lets the next one through")
    func cancellation() async {
        let turnstile = Turnstile()
        #expect(await turnstile.enter())
        let cancelled = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await turnstile.enter() }
            group.cancelAll()
            return await group.next()
        }
        #expect(cancelled == false)
        turnstile.leave()
        #expect(await turnstile.enter())
        turnstile.leave()
    }
}
