import Simulation
import Testing

@Suite("A virtual clock")
struct VirtualClockTests {
    @Test("lets an hour pass at once", .timeLimit(.minutes(1)))
    func jumps() async {
        let passed = await withVirtualTime { clock in
            try? await clock.sleep(for: .seconds(3_600))
            return clock.now.offset
        }
        #expect(passed == .seconds(3_600))
    }

    @Test("wakes in the order of deadlines, and of going to sleep where they are the same", .timeLimit(.minutes(1)))
    func order() async {
        let woken = await withVirtualTime { clock in
            await withTaskGroup(of: Int.self) { group in
                for (name, seconds) in [(1, 30), (2, 10), (3, 20), (4, 10)] {
                    group.addTask {
                        try? await clock.sleep(for: .seconds(seconds))
                        return name
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(woken == [2, 4, 3, 1])
    }

    @Test("does not move while somebody still works", .timeLimit(.minutes(1)))
    func busy() async {
        let seen = await withVirtualTime { clock in
            await withTaskGroup(of: Duration.self) { group in
                group.addTask {
                    try? await clock.sleep(for: .seconds(1))
                    return .zero
                }
                group.addTask {
                    for _ in 0..<1_000 { await Task.yield() }
                    return clock.now.offset
                }
                return await group.reduce(.zero, max)
            }
        }
        #expect(seen == .zero)
    }

    @Test("wakes a sleeper that is cancelled, with an error and without moving", .timeLimit(.minutes(1)))
    func cancelled() async {
        let (wasCancelled, passed) = await withVirtualTime { clock in
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        try await clock.sleep(for: .seconds(100))
                        return false
                    } catch {
                        return error is CancellationError
                    }
                }
                try? await clock.sleep(for: .seconds(1))
                group.cancelAll()
                return (await group.next() ?? false, clock.now.offset)
            }
        }
        #expect(wasCancelled)
        #expect(passed == .seconds(1))
    }

    @Test("is the same each time for tasks that talk to each other", .timeLimit(.minutes(1)))
    func deterministic() async {
        var histories: Set<[String]> = []
        for _ in 0..<20 {
            histories.insert(
                await withVirtualTime { clock in
                    let (lines, line) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingOldest(64))
                    await withTaskGroup { group in
                        for name in 0..<4 {
                            group.addTask {
                                for step in 1...4 {
                                    try? await clock.sleep(for: .milliseconds(7 * name + 3 * step))
                                    line.yield("\(name) at \(clock.now.offset)")
                                }
                            }
                        }
                    }
                    line.finish()
                    return await lines.reduce(into: []) { $0.append($1) }
                }
            )
        }
        #expect(histories.count == 1)
    }
}
