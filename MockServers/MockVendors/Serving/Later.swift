import Synchronization

/// A value that is known once its user runs already.
final class Later<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)

    var value: Value? { content.withLock(\.self) }

    func set(_ value: Value) {
        content.withLock { $0 = value }
    }
}
