import Testing

@testable import MCPHTTP

@Suite("A log between a writer and its readers", .timeLimit(.minutes(1)))
struct EventLogTests {
    private let log = EventLog(bounds: ReplayBounds(events: 100, keptBytes: 10, unreadBytes: 10))

    @Test("makes the writer wait for a slow reader")
    func backPressure() async {
        let reader = log.takeOver()
        log.append(Array(repeating: 0, count: 10))
        await withTaskGroup { group in
            group.addTask { [log] in
                await log.waitForReader()
                log.append([1])
            }
            let first = await log.next(after: 0, reader: reader)
            #expect(first.entries.map(\.number) == [1])
            let second = await log.next(after: 1, reader: reader)
            #expect(second.entries.map(\.message) == [[1]])
        }
    }

    @Test("lets the writer go on when the reader is gone")
    func abandoned() async {
        let reader = log.takeOver()
        log.append(Array(repeating: 0, count: 10))
        await withTaskGroup { group in
            group.addTask { [log] in
                await log.waitForReader()
                log.append([1])
            }
            log.leave(reader)
        }
        #expect(log.lastNumber == 2)
    }

    @Test("ends an old reader when a new one takes over")
    func takenOver() async {
        let old = log.takeOver()
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { [log] in await log.next(after: 0, reader: old).isLast }
            let new = log.takeOver()
            for await isLast in group { #expect(isLast) }
            log.append([1])
            let batch = await log.next(after: 0, reader: new)
            #expect(batch.entries.count == 1)
        }
    }

    @Test("lets a reader go after what there was, and gives the rest to the next one")
    func released() async {
        let old = log.takeOver(canReturn: true)
        log.append([1])
        #expect(log.release(retry: .seconds(1)))
        log.append([2])
        let batch = await log.next(after: 0, reader: old)
        #expect(batch.entries.map(\.message) == [[1]])
        #expect(batch.isLast && batch.release?.retry == .seconds(1))
        let rest = await log.next(after: 1, reader: log.takeOver(canReturn: true))
        #expect(rest.entries.map(\.message) == [[2]])
        #expect(!rest.isLast)
    }

    @Test("waits for the first reader before it lets it go")
    func releasedEarly() async {
        async let released = log.releaseReader(retry: nil)
        let reader = log.takeOver(canReturn: true)
        #expect(await released)
        let batch = await log.next(after: 0, reader: reader)
        #expect(batch.isLast && batch.release != nil)
    }

    @Test("lets nobody go who could not come back, or is gone already")
    func unreleasable() {
        #expect(!log.release(retry: nil))
        let reader = log.takeOver(canReturn: true)
        log.leave(reader)
        #expect(!log.release(retry: nil))
        _ = log.takeOver()
        #expect(!log.release(retry: nil))
    }

    @Test("loses nothing when a reader is cancelled while it waits")
    func cancelled() async {
        let reader = log.takeOver()
        await withTaskGroup { group in
            group.addTask { [log] in _ = await log.next(after: 0, reader: reader) }
            group.cancelAll()
        }
        log.append([1])
        log.finish()
        let batch = await log.next(after: 0, reader: reader)
        #expect(batch.entries.map(\.message) == [[1]])
        #expect(batch.isLast)
    }

    @Test("lets whoever waits for the first message go without, and loses nothing by it")
    func hurried() async {
        let reader = log.takeOver()
        await withTaskGroup { group in
            group.addTask { [log] in #expect(await log.first(reader: reader) == nil) }
            log.hurry()
        }
        log.append([1])
        #expect(await log.first(reader: reader)?.entries.map(\.message) == [[1]])
    }
}
