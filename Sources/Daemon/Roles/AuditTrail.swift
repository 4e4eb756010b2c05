import Store
import Synchronization

/// Rows of calls that are over and not written down yet: a call does not wait for the disk.
final class AuditTrail: Sendable {
    /// The oldest are lost beyond this, and counted.
    static let limit = 20_000

    private struct State {
        var rows: [AuditRow] = []
        var lostCount = 0
    }

    private let now: @Sendable () -> WallTime
    private let state = Mutex(State())

    init(now: @escaping @Sendable () -> WallTime) {
        self.now = now
    }

    func add(action: String, party: String, outcome: String, _ rest: (inout AuditRow) -> Void) {
        var row = AuditRow(at: now(), action: action, party: party, outcome: outcome)
        rest(&row)
        state.withLock { state in
            if state.rows.count >= Self.limit {
                state.rows.removeFirst(Self.limit / 10)
                state.lostCount += Self.limit / 10
            }
            state.rows.append(row)
        }
    }

    /// What is to be written now, and how many were lost since the last time.
    func take() -> (rows: [AuditRow], lostCount: Int) {
        state.withLock { state in
            defer { state = State() }
            return (state.rows, state.lostCount)
        }
    }
}
