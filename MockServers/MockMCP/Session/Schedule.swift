import JSON
import MCP

/// What is to happen and when: earliest first, and in the order in which it was put in at the same time.
struct Schedule: Sendable {
    /// One thing to happen.
    enum Entry: Sendable {
        /// Something leaves.
        case effect(MockEffect)
        /// A delayed call gets its answer.
        case respond(RequestID, Result<Members, ErrorObject>)
        /// A delayed call reports how far it is.
        case progress(RequestID, step: Int, of: Int)
        /// The list of tools changes.
        case change(Int)
    }

    private var entries: [(time: Duration, entry: Entry)] = []

    var nextDue: Duration? {
        entries.first?.time
    }

    mutating func add(_ entry: Entry, at time: Duration) {
        let place = entries.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
        entries.insert((time, entry), at: place)
    }

    mutating func add(_ emission: Emission, at now: Duration) {
        add(.effect(emission.effect), at: now + emission.delay)
    }

    /// Takes out what is due first; nil when nothing is due by then.
    mutating func next(by time: Duration) -> (time: Duration, entry: Entry)? {
        guard let first = entries.first, first.time <= time else { return nil }
        return entries.removeFirst()
    }

    /// Forgets what was planned for a call.
    mutating func drop(_ id: RequestID) {
        entries.removeAll { _, entry in
            switch entry {
            case .respond(let call, _), .progress(let call, _, _): call == id
            case .effect, .change: false
            }
        }
    }
}
