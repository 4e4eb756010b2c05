import MCP
import Testing

@testable import MCPHTTP

@Suite("Requests of a server in one session")
struct QuestionTableTests {
    @Test("get ids of their own, whichever exchange made them, and are answered once")
    func ids() {
        var table = QuestionTable()
        let first = table.asked(1, by: 3)
        let second = table.asked(1, by: 4)
        #expect(first != second)
        #expect(table.number(of: 1, by: 4) == second)
        #expect(table.answered(first) == .init(exchange: 3, id: 1))
        #expect(table.answered(first) == nil)
        table.forget(4)
        #expect(table.answered(second) == nil)
    }

    @Test(
        "are found by event names only when we gave them",
        arguments: [("3-17", true), ("3", false), ("-1-2", false), ("a-b", false), ("1-2-3", false)]
    )
    func names(name: String, isOurs: Bool) {
        #expect((EventNames.parse(name) != nil) == isOurs)
    }
}
