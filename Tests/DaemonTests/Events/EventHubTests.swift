import DaemonAPI
import Testing

@testable import Daemon

@Suite(.timeLimit(.minutes(1))) struct EventHubTests {
    private static func event(_ id: String) -> EventMessage {
        EventMessage(.state, integration: id, at: Timestamp(milliseconds: 0))
    }

    private static func ids(_ feed: EventFeed, _ count: Int) async -> [Int64] {
        var ids: [Int64] = []
        for await event in feed {
            ids.append(event.id)
            if ids.count == count { break }
        }
        return ids
    }

    @Test func `Whoever listens gets what happens from then on, in order`() async {
        let hub = EventHub()
        hub.publish(Self.event("a"))
        let feed = hub.listen()
        hub.publish(Self.event("b"))
        hub.publish(Self.event("c"))
        #expect(await Self.ids(feed, 2) == [2, 3])
    }

    @Test func `Whoever comes back gets what was missed`() async {
        let hub = EventHub()
        for id in ["a", "b", "c"] { hub.publish(Self.event(id)) }
        #expect(await Self.ids(hub.listen(after: 1), 2) == [2, 3])
    }

    @Test func `What is forgotten shows as a gap`() async {
        let hub = EventHub(remembering: 2)
        for id in 1...10 { hub.publish(Self.event("\(id)")) }
        var iterator = hub.listen(after: 1).makeAsyncIterator()
        let first = await iterator.next()
        #expect(first?.kind == .gap)
        #expect(await iterator.next()?.id == (first?.id ?? 0) + 1)
    }

    @Test func `A number of an earlier run shows as a gap`() async {
        let hub = EventHub()
        hub.publish(Self.event("a"))
        var iterator = hub.listen(after: 500).makeAsyncIterator()
        #expect(await iterator.next()?.kind == .gap)
        #expect(await iterator.next()?.id == 1)
    }

    @Test func `A closed hub ends every feed, once it told what it remembers`() async {
        let hub = EventHub()
        let feed = hub.listen()
        hub.publish(Self.event("a"))
        hub.close()
        #expect(await Self.ids(feed, 9) == [1])
        #expect(await Self.ids(hub.listen(after: 0), 9) == [1])
        #expect(hub.listenerCount == 0)
    }
}
