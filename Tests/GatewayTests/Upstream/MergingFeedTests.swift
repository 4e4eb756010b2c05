import Testing

@testable import Gateway

@Suite("A feed that merges", .timeLimit(.minutes(1)))
struct MergingFeedTests {
    private enum News: MergeableChange {
        case state(Int)
        case word(Int)

        var isMerged: Bool { if case .state = self { true } else { false } }
    }

    private static func read(_ stream: AsyncStream<News>, _ count: Int) async -> [News] {
        var seen: [News] = []
        for await news in stream {
            seen.append(news)
            if seen.count == count { break }
        }
        return seen
    }

    @Test("tells everybody who listens, in order, and ends")
    func order() async {
        let feed = MergingFeed<News>()
        let streams = [feed.subscribe(), feed.subscribe { $0 != .state(1) }]
        for number in 0..<3 { feed.publish(.state(number)) }
        feed.finish()
        #expect(await Self.read(streams[0], 9) == [.state(0), .state(1), .state(2)])
        #expect(await Self.read(streams[1], 9) == [.state(0), .state(2)])
        #expect(await Self.read(feed.subscribe(), 9) == [])
    }

    @Test("loses none of what can be merged, however slow the reader, and tells it once")
    func merging() async {
        let feed = MergingFeed<News>(limit: 2)
        let stream = feed.subscribe()
        for _ in 0..<3 { for number in 0..<5_000 { feed.publish(.state(number)) } }
        #expect(await Self.read(stream, 5_000) == (0..<5_000).map { .state($0) })
        #expect(feed.lostCount == 0)
    }

    @Test("tells again what happens after it was read")
    func again() async {
        let feed = MergingFeed<News>()
        let stream = feed.subscribe()
        feed.publish(.state(1))
        #expect(await Self.read(stream, 1) == [.state(1)])
        feed.publish(.state(1))
        #expect(await Self.read(stream, 1) == [.state(1)])
    }

    @Test("loses the oldest of what cannot be merged, counts that, and nothing else")
    func bounded() async {
        let feed = MergingFeed<News>(limit: 2)
        let stream = feed.subscribe()
        feed.publish(.state(0))
        for number in 0..<5 { feed.publish(.word(number)) }
        feed.finish()
        #expect(await Self.read(stream, 9) == [.state(0), .word(3), .word(4)])
        #expect(feed.lostCount == 3)
    }

    @Test("forgets who has gone, cancelled or never begun")
    func leaving() async {
        let feed = MergingFeed<News>()
        _ = feed.subscribe()
        let stream = feed.subscribe()
        await withTaskGroup { group in
            group.addTask { for await _ in stream {} }
            group.cancelAll()
        }
        #expect(feed.listenerCount <= 1)
        feed.publish(.state(1))
    }
}
