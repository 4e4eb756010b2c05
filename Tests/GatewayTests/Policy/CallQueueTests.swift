import MCPConnection
import Testing

@testable import Gateway

@Suite("Calls that wait for their turn")
struct CallQueueTests {
    @Test("have it in order, each at its own integration")
    func order() {
        var queue = CallQueue()
        let turns = [queue.join("a"), queue.join("a")]
        let (other, first, second, none) = (queue.next("b"), queue.next("a"), queue.next("a"), queue.next("a"))
        #expect(first === turns[0] && second === turns[1])
        #expect(other == nil && none == nil && queue.count == 0)
    }

    @Test("may give it up, once, and not after it has come")
    func leaving() {
        var queue = CallQueue()
        guard let first = queue.join("a"), let second = queue.join("a") else {
            Issue.record("there is room")
            return
        }
        let left = [queue.leave("a", first), queue.leave("a", first)]
        let next = queue.next("a")
        let late = queue.leave("a", second)
        #expect(left == [true, false] && next === second && !late)
        #expect(queue.count == 0)
    }

    @Test("are so many and no more")
    func limit() {
        var queue = CallQueue()
        for _ in 0..<CallQueue.limit { _ = queue.join("a") }
        let beyond = queue.join("b")
        _ = queue.next("a")
        let after = queue.join("b")
        #expect(beyond == nil && after != nil)
    }
}
