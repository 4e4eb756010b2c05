import Synchronization

/// Values that arrive from other tasks, in order.
final class AuditedValues<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock(\.self) }

    func append(_ value: Value) { values.withLock { $0.append(value) } }
}
