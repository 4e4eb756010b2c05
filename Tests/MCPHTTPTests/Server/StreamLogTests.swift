import Testing

@testable import MCPHTTP

@Suite("The log of an event stream")
struct StreamLogTests {
    private func log(events: Int = 4, kept: Int = 10, unread: Int = 10, _ messages: [String]) -> StreamLog {
        var log = StreamLog(bounds: ReplayBounds(events: events, keptBytes: kept, unreadBytes: unread))
        for message in messages { log.append(Array(message.utf8)) }
        return log
    }

    @Test("gives what follows a number, and knows whether anything is missing before that")
    func reading() {
        let log = log(["a", "b", "c"])
        #expect(log.entries(after: 1).map(\.number) == [2, 3])
        #expect(log.entries(after: 3).isEmpty)
        #expect(log.isComplete(after: 0))
        #expect(log.isComplete(after: 3))
        #expect(!log.isComplete(after: 4), "nobody can have read that")
    }

    @Test("drops the oldest beyond its bound on events, counts what nobody read, and never drops the newest")
    func events() {
        let log = log(events: 2, ["a", "b", "c", "d"])
        #expect(log.entries.map(\.number) == [3, 4])
        #expect(log.lostCount == 2)
        #expect(!log.isComplete(after: 1))
        #expect(log.isComplete(after: 2))
        #expect(self.log(kept: 1, unread: 1, [String(repeating: "x", count: 1_000)]).entries.count == 1)
    }

    @Test("keeps less of what was read than of what was not")
    func bytes() {
        var log = log(events: 100, kept: 4, unread: 8, Array(repeating: "xx", count: 8))
        #expect(log.entries.count == 8)
        #expect(log.isFull)
        log.read(through: 8)
        #expect(log.entries.count == 2)
        #expect(log.lostCount == 0)
        #expect(!log.isFull)
    }
}
