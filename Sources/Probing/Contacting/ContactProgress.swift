import Health
import Synchronization

/// How far a contact has come, for whoever ends it from outside.
final class ContactProgress: Sendable {
    private let current: Mutex<ContactStep>

    init(_ step: ContactStep) {
        current = Mutex(step)
    }

    /// The step that is under way.
    var step: ContactStep { current.withLock { $0 } }

    /// A step begins, unless a later one has begun.
    func begin(_ step: ContactStep) {
        current.withLock { $0 = max($0, step) }
    }
}
