/// Where a mock can write.
package enum MockStream: String, Sendable, Hashable {
    /// Messages, and whatever should not be among them.
    case standardOutput
    /// The log, free of form.
    case standardError
}
