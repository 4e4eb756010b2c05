import Health
import Logging
import Store
import Synchronization
import Testing

@testable import Supervision

@Suite("A chronicle")
struct ChronicleTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func contact(_ number: Int) -> StoredContact {
        StoredContact(integration: "a", at: WallTime(milliseconds: Int64(number)), code: .ok)
    }

    @Test("writes what waits at once, and nothing when nothing waits")
    func batches() async {
        let store = MemoryHistory()
        let chronicle = Chronicle(store, logger: logger)
        for number in 0..<100 { chronicle.add(contact(number)) }
        await chronicle.write()
        await chronicle.write()
        #expect(store.contacts.count == 100)
        #expect(store.transactions == 1)
    }

    @Test("keeps what the store refused, in order, for the next time")
    func refused() async {
        let store = FailingHistory()
        let chronicle = Chronicle(store, logger: logger)
        chronicle.add(contact(1))
        await chronicle.write()
        chronicle.add(contact(2))
        store.fails.withLock { $0 = false }
        await chronicle.write()
        #expect(store.history.contacts.map(\.at.milliseconds) == [1, 2])
    }

    @Test("holds no more than its limit, and loses the oldest")
    func bounded() async {
        let store = MemoryHistory()
        let chronicle = Chronicle(store, logger: logger)
        for number in 0...Chronicle.limit { chronicle.add(contact(number)) }
        await chronicle.write()
        #expect(store.contacts.count <= Chronicle.limit)
        #expect(store.contacts.last?.at.milliseconds == Int64(Chronicle.limit))
    }
}

/// A store that takes nothing until it is told to.
private final class FailingHistory: HealthStore {
    struct Full: Error {}

    let fails = Mutex(true)
    let history = MemoryHistory()

    func record(_ contacts: [StoredContact], _ changes: [StoredHealthChange]) async throws {
        if fails.withLock({ $0 }) { throw Full() }
        try await history.record(contacts, changes)
    }

    func healthChanges(of id: String, since: WallTime, limit: Int) async throws -> [StoredHealthChange] { [] }
    func latestHealthChanges() async throws -> [String: StoredHealthChange] { [:] }
    func contacts(of integration: String, since start: WallTime) async throws -> [ContactSummary] { [] }
    func rollUpHealth(_ retention: HealthRetention, at now: WallTime) async throws -> Int { 0 }
}
