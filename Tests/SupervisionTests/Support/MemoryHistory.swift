import Store
import Synchronization

/// The history of health and the leases, in memory and in no time.
final class MemoryHistory: HealthStore, LeaseStore {
    private struct State {
        var contacts: [StoredContact] = []
        var changes: [StoredHealthChange] = []
        var leases: [String: (holder: String, until: WallTime)] = [:]
        var transactions = 0
    }

    private let state = Mutex(State())

    init(changes: [StoredHealthChange] = []) {
        state.withLock { $0.changes = changes }
    }

    var changes: [StoredHealthChange] { state.withLock(\.changes) }
    var contacts: [StoredContact] { state.withLock(\.contacts) }
    var transactions: Int { state.withLock(\.transactions) }
    var holders: [String: String] { state.withLock { $0.leases.mapValues(\.holder) } }

    func changes(of id: String) -> [StoredHealthChange] { changes.filter { $0.integration == id } }

    func record(_ contacts: [StoredContact], _ changes: [StoredHealthChange]) async throws {
        state.withLock { state in
            state.contacts += contacts
            state.changes += changes
            state.transactions += 1
        }
    }

    func healthChanges(of id: String, since: WallTime, limit: Int) async throws -> [StoredHealthChange] {
        changes(of: id).filter { $0.at >= since }.suffix(limit).reversed()
    }

    func latestHealthChanges() async throws -> [String: StoredHealthChange] {
        Dictionary(changes.map { ($0.integration, $0) }) { _, last in last }
    }

    func contacts(of integration: String, since start: WallTime) async throws -> [ContactSummary] { [] }

    func rollUpHealth(_ retention: HealthRetention, at now: WallTime) async throws -> Int { 0 }

    func takeLease(_ duty: String, for holder: String, lasting span: Duration, at now: WallTime) async throws -> Bool {
        state.withLock { state in
            if let lease = state.leases[duty], lease.holder != holder, lease.until > now { return false }
            state.leases[duty] = (holder, now.advanced(by: span))
            return true
        }
    }

    func giveLeaseBack(_ duty: String, of holder: String) async throws {
        state.withLock { state in
            if state.leases[duty]?.holder == holder { state.leases[duty] = nil }
        }
    }
}
