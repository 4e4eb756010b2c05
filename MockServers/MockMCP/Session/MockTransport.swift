/// What carries the messages of a mock.
package enum MockTransport: String, Sendable, Hashable, CaseIterable {
    /// The standard streams of a process.
    case stdio
    /// Streamable HTTP on a loopback port.
    case http
    /// A channel within one process.
    case memory
}
