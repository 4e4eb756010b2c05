/// Whether a tool runs as a task, under the names that 2025-11-25 lists it with.
enum TaskSupport: String, Sendable {
    case forbidden
    /// Only where the client knows tasks.
    case optional
    /// Clients that do not are refused.
    case required
}
