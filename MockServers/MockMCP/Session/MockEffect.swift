/// What a mock wants done to the world. The session only says so; the loop that serves it does it.
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
}

/// Where a mock can write.
package enum MockStream: String, Sendable, Hashable {
    /// Messages, and whatever should not be among them.
    case standardOutput
    /// The log, free of form.
    case standardError
}

/// How a mock ends.
package enum MockExit: Sendable, Hashable {
    /// It returns this code; 0 is the proper end.
    case code(Int32)
    /// It dies of this signal, as after a crash.
    case signal(Int32)
}

/// A child that outlives its parent for a while and does nothing but hold its pipes.
package struct MockGrandchild: Sendable, Hashable {
    /// After this time it ends by itself, so that no test leaves one behind for ever.
    package var lifetimeInSeconds: Int
    /// Whether it leaves the process group, where a signal to the group does not reach it.
    package var leavesSession: Bool
}
