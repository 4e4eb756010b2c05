import Testing

@testable import Daemon

@Suite("The book of deliveries")
struct HookLedgerTests {
    @Test("takes each once, for as long as its signature would be taken")
    func once() {
        var ledger = HookLedger()
        let span = HookLedger.spanInSeconds
        let deliveries: [([UInt8], Int64)] = [([1], 1_000), ([1], 999 + span), ([2], 1_000), ([1], 1_000 + span)]
        let answers = deliveries.map { ledger.admit($0.0, at: $0.1) }
        #expect(answers == [true, false, true, true])
    }

    @Test("is bounded: it forgets what is old, and takes nothing that it could not remember")
    func bounded() {
        var ledger = HookLedger()
        let taken = (0..<HookLedger.limit).filter { ledger.admit(Array("\($0)".utf8), at: 0) }
        #expect(taken.count == HookLedger.limit)
        let answers = [1, HookLedger.spanInSeconds].map { ledger.admit(Array("more".utf8), at: $0) }
        #expect(answers == [false, true])
        #expect(ledger.count == 1)
    }
}
