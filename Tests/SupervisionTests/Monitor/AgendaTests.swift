import Health
import Testing

@testable import Supervision

@Suite("An agenda")
struct AgendaTests {
    private func at(_ seconds: Int) -> Moment { Moment(.seconds(seconds)) }

    @Test("gives out who is due, the earliest first, and each once")
    func due() {
        var agenda = Agenda()
        for (id, second) in [("c", 30), ("a", 10), ("d", 40), ("b", 20)] { agenda.set(id, at: at(second)) }
        #expect(agenda.first() == at(10))
        #expect(agenda.due(at: at(30)) == ["a", "b", "c"])
        #expect(agenda.due(at: at(39)) == [])
        #expect(agenda.due(at: at(40)) == ["d"])
        #expect(agenda.first() == nil)
    }

    @Test("knows one moment for each: the last one that was said")
    func replaced() {
        var agenda = Agenda()
        agenda.set("a", at: at(10))
        agenda.set("a", at: at(50))
        agenda.set("b", at: at(20))
        agenda.set("b", at: nil)
        #expect(agenda.due(at: at(30)) == [])
        #expect(agenda.due(at: at(50)) == ["a"])
    }

    @Test("stays as large as the number of those who are due some time, however often they are moved")
    func bounded() {
        var agenda = Agenda()
        var random = SystemRandomNumberGenerator()
        var expected: [String: Int] = [:]
        for _ in 0..<20_000 {
            let id = "\(Int.random(in: 0..<50, using: &random))"
            let second = Int.random(in: 0..<1_000, using: &random)
            agenda.set(id, at: at(second))
            expected[id] = second
        }
        #expect(agenda.count == expected.count)
        let order = agenda.due(at: at(1_000))
        #expect(order.map { expected[$0] ?? -1 } == expected.values.sorted())
    }
}
