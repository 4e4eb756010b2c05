import MCPConnection
import Testing

@Suite("A feed of changes", .timeLimit(.minutes(1)))
struct ChangeFeedTests {
    @Test("tells everybody who listens, in order, and ends")
    func order() async {
        let feed = ChangeFeed<Int>()
        let streams = [feed.subscribe(), feed.subscribe()]
        for number in 0..<10 { feed.publish(number) }
        feed.finish()
        for stream in streams {
            var seen: [Int] = []
            for await number in stream { seen.append(number) }
            #expect(seen == Array(0..<10))
        }
        for await _ in feed.subscribe() { Issue.record("it is finished") }
    }

    @Test("loses the oldest of whoever does not keep up, and counts that")
    func bounded() async {
        let feed = ChangeFeed<Int>(limit: 2)
        let stream = feed.subscribe()
        for number in 0..<5 { feed.publish(number) }
        feed.finish()
        var seen: [Int] = []
        for await number in stream { seen.append(number) }
        #expect(seen == [3, 4] && feed.lostCount == 3)
    }
}
