import Synchronization

/// A place for what a piece of work came to.
final class Box<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)

    /// What it came to; nil until then.
    var value: Value? {
        get { content.withLock { $0 } }
        set { content.withLock { $0 = newValue } }
    }
}
