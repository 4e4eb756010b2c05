/// How far a task is; the raw values are those of the wire.
package enum TaskStatus: String, Sendable, Hashable, CaseIterable {
    case working
    case inputRequired = "input_required"
    case completed, cancelled, failed

    /// Whether it stays so for good.
    package var isFinal: Bool {
        switch self {
        case .working, .inputRequired: false
        case .completed, .cancelled, .failed: true
        }
    }
}
