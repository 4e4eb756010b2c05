import Testing

@testable import Supervision

@Suite("What is kept of a log that comes fast")
struct LogBudgetTests {
    @Test("is a burst, and then as much as time brings, with the loss told")
    func burst() {
        var budget = LogBudget(burst: 100, perSecond: 10)
        let verdicts = (0..<1_000).map { _ in budget.take(atMilliseconds: 0) }
        #expect(verdicts.count { $0 == .keep(droppedBefore: 0) } == 100)
        #expect(verdicts.suffix(900).allSatisfy { $0 == .drop })
        // Two seconds bring room for twenty lines.
        #expect(budget.take(atMilliseconds: 1_900) == .drop)
        #expect(budget.take(atMilliseconds: 2_000) == .keep(droppedBefore: 901))
        #expect(budget.take(atMilliseconds: 2_000) == .keep(droppedBefore: 0))
    }

    @Test("is everything of a log that is written as people write one")
    func ordinary() {
        var budget = LogBudget()
        let verdicts = (0..<10_000).map { budget.take(atMilliseconds: Int64($0) * 10) }
        #expect(verdicts.allSatisfy { $0 == .keep(droppedBefore: 0) })
    }

    @Test("does not mind a clock that was set back")
    func setBack() {
        var budget = LogBudget(burst: 2, perSecond: 1)
        #expect(budget.take(atMilliseconds: 5_000) == .keep(droppedBefore: 0))
        #expect(budget.take(atMilliseconds: 0) == .keep(droppedBefore: 0))
        #expect(budget.take(atMilliseconds: 0) == .drop)
    }
}
