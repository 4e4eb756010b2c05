/// Whether a tool of the tasks extension runs as a task.
enum TaskSupport: Sendable {
    case forbidden
    /// Only where the client knows tasks.
    case optional
    /// Clients that do not are refused.
    case required
}
