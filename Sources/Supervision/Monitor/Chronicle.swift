import Health
import Logging
import Store
import Synchronization

/// Writes down what was seen, many at a time; what cannot be written is kept for later, within bounds.
final class Chronicle: Sendable {
    /// Contacts and changes that wait at most, each; beyond that the oldest are lost and counted.
    static let limit = 10_000

    private struct State {
        var contacts: [StoredContact] = []
        var changes: [StoredHealthChange] = []
        var lost = 0
    }

    private let store: any HealthStore
    private let logger: Logger
    private let state = Mutex(State())

    init(_ store: any HealthStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    func add(_ contact: StoredContact) {
        state.withLock { state in
            state.contacts.append(contact)
            guard state.contacts.count > Self.limit else { return }
            state.contacts.removeFirst(Self.limit / 10)
            state.lost += Self.limit / 10
        }
    }

    func add(_ change: StoredHealthChange) {
        state.withLock { state in
            state.changes.append(change)
            guard state.changes.count > Self.limit else { return }
            state.changes.removeFirst(Self.limit / 10)
            state.lost += Self.limit / 10
        }
    }

    /// Writes what waits, in one transaction.
    func write() async {
        let (contacts, changes, lost) = state.withLock { state in
            defer { state = State() }
            return (state.contacts, state.changes, state.lost)
        }
        if lost > 0 { logger.error("\(lost) lines of the history of health are lost: the store takes none") }
        guard !contacts.isEmpty || !changes.isEmpty else { return }
        do {
            try await store.record(contacts, changes)
        } catch {
            logger.warning("the history of health waits to be written: \(error)")
            state.withLock { state in
                state.contacts = (contacts + state.contacts).suffix(Self.limit)
                state.changes = (changes + state.changes).suffix(Self.limit)
            }
        }
    }

    /// Writes again and again until the task is cancelled.
    func run<C: Clock<Duration>>(every pause: Duration, clock: C) async {
        while (try? await clock.sleep(until: clock.now.advanced(by: pause), tolerance: nil)) != nil { await write() }
    }
}
