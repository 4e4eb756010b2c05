/// What can be served over standard streams: it is told what happens, and says what is to be done.
package protocol StreamSession: Sendable {
    /// When `due` has something to say without anything having come in; nil when it has not.
    var nextDue: Duration? { get }

    /// The process has started.
    mutating func start(at now: Duration)
    /// Bytes came in, cut anywhere.
    mutating func receive(_ bytes: [UInt8], at now: Duration)
    /// The client closed its side.
    mutating func endInput(at now: Duration)
    /// SIGTERM came.
    mutating func terminate(at now: Duration)
    /// Takes out what is to be done by now.
    mutating func due(at now: Duration) -> [MockEffect]
}

extension MockSession: StreamSession {}
