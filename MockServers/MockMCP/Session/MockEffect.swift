/// What a mock wants done to the world: the session only says so, and the loop that serves it does it.
package enum MockEffect: Sendable, Hashable {
    /// Bytes for one of the two streams, as they are.
    case write([UInt8], to: MockStream)
    /// The same bytes many times over, so that 50 MB need no 50 MB of memory.
    case fill([UInt8], times: Int, to: MockStream)
    /// The stream ends here while the process lives on.
    case close(MockStream)
    /// A child process that inherits, and so holds open, both pipes.
    case spawn(MockGrandchild)
    /// The process ends once everything before is written.
    case exit(MockExit)
    /// What only a response of HTTP can do.
    case http(HTTPEffect)
}
