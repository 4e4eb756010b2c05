@testable import Gateway
import JSON
import MCP
import Testing

@Suite("Questions that are asked at once")
struct QuestionRoundTests {
    private static func question(_ key: String) -> InputRequiredResult.InputRequest {
        InputRequiredResult.InputRequest(key: key, method: "roots/list", params: [:])
    }

    @Test("are complete when all that were announced have come")
    func complete() {
        var round = QuestionRound()
        #expect(round.isComplete)
        round.take(("b", ["a", "b"]))
        #expect(!round.isComplete)
        round.take(nil)
        #expect(!round.isComplete)
        round.take(("a", ["a", "b"]))
        #expect(round.isComplete)
    }

    @Test("stand in the order that the server named, and others behind them")
    func order() {
        var round = QuestionRound()
        round.take(("b", ["a", "b"]))
        round.take(("a", ["a", "b"]))
        let sorted = round.sorted(["input-1", "b", "a"].map(Self.question))
        #expect(sorted.map(\.key) == ["a", "b", "input-1"])
    }
}
