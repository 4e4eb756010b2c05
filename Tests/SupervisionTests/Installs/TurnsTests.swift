import MCPConnection
import Supervision
import Synchronization
import Testing

@Suite("Turns")
struct TurnsTests {
    @Test(
        "with one thing are taken one after another, in the order in which they were asked for",
        .timeLimit(.minutes(1))
    )
    func ordered() async throws {
        let turns = Turns()
        let told = Told()
        let gate = OneShot<Void>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<5 {
                group.addTask {
                    try await turns.take("a") {
                        if number == 0 { _ = await gate.wait() }
                        told.add(number)
                    }
                }
                while turns.count(at: "a") <= number { await Task.yield() }
            }
            try await turns.take("b") { #expect(told.all.isEmpty) }
            gate.fulfil(())
            try await group.waitForAll()
        }
        #expect(told.all == [0, 1, 2, 3, 4])
        #expect(turns.count(at: "a") == 0)
    }

    @Test("are not kept by somebody who gave up waiting", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let turns = Turns()
        try await turns.take("a") {
            await withTaskGroup(of: Bool.self) { group in
                group.addTask { (try? await turns.take("a") { true }) ?? false }
                while turns.count(at: "a") < 2 { await Task.yield() }
                group.cancelAll()
                #expect(await group.next() == false)
            }
        }
        #expect(try await turns.take("a") { 7 } == 7)
    }
}

private final class Told: Sendable {
    private let numbers = Mutex<[Int]>([])

    var all: [Int] { numbers.withLock { $0 } }

    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
}
