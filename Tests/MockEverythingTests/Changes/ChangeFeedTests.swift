import MCP
import Testing

@testable import MockEverything

@Suite("The feed of changes", .timeLimit(.minutes(1)))
struct ChangeFeedTests {
    @Test("tells every listener what changes after it came")
    func order() async {
        let feed = ChangeFeed()
        feed.publish(.list(.tools))
        var (first, second) = (feed.subscribe().makeAsyncIterator(), feed.subscribe().makeAsyncIterator())
        feed.publish(.resource("a"))
        feed.publish(.list(.prompts))
        #expect(await first.next() == .resource("a"))
        #expect(await first.next() == .list(.prompts))
        #expect(await second.next() == .resource("a"))
    }

    @Test("ends for everybody when it is finished, and at once for who comes later")
    func finish() async {
        let feed = ChangeFeed()
        var early = feed.subscribe().makeAsyncIterator()
        feed.finish()
        var late = feed.subscribe().makeAsyncIterator()
        #expect(await early.next() == nil)
        #expect(await late.next() == nil)
    }

    @Test("keeps the newest for a listener who does not read, and counts the rest")
    func bound() async {
        let feed = ChangeFeed()
        var listener = feed.subscribe().makeAsyncIterator()
        for number in 0..<ChangeFeed.unreadLimit + 3 { feed.publish(.resource("\(number)")) }
        #expect(feed.lostCount == 3)
        #expect(await listener.next() == .resource("3"))
    }
}
