package import Fixtures

/// A recorded server on standard streams: its lines go in, and what the recording says comes out.
package struct ReplayedServer: StreamSession {
    /// What one message may measure.
    private static let limitInBytes = 16 << 20

    private var machine: ReplayMachine
    private var lines = LineBuffer(limitInBytes: Self.limitInBytes)
    private var waiting: [MockEffect] = []

    /// Serves a fixture from its beginning.
    package init(_ fixture: Fixture) {
        machine = ReplayMachine(fixture)
    }

    /// When a client has waited long enough with an answer.
    package var nextDue: Duration? {
        waiting.isEmpty ? machine.nextDue : .zero
    }

    /// Says what the server said before anybody asked.
    package mutating func start(at now: Duration) {
        take(machine.start())
    }

    /// Takes what came in, and answers every line that is complete.
    package mutating func receive(_ bytes: [UInt8], at now: Duration) {
        lines.append(bytes)
        while let line = lines.next() {
            switch line {
            case .whole(let message):
                guard !message.allSatisfy({ $0 <= 0x20 }) else { continue }
                take(machine.receive(message, at: now).actions)
            case .oversize(let beginning):
                // It cannot be in a fixture, and the beginning is enough to be refused.
                take(machine.receive(beginning, at: now).actions)
            }
        }
    }

    /// Ends as the recorded server did.
    package mutating func endInput(at now: Duration) {
        take(machine.endInput())
    }

    /// Ends at once.
    package mutating func terminate(at now: Duration) {
        waiting.append(.exit(.signal(15)))
    }

    /// Takes out what is to be written, and what came of a client's silence.
    package mutating func due(at now: Duration) -> [MockEffect] {
        take(machine.due(at: now))
        defer { waiting = [] }
        return waiting
    }

    private mutating func take(_ actions: [ReplayAction]) {
        for action in actions {
            switch action {
            case .send(let message, _): waiting.append(.write(message + [0x0A], to: .standardOutput))
            case .standardError(let line): waiting.append(.write(Array(line.utf8) + [0x0A], to: .standardError))
            // A shell's way to tell of a signal.
            case .exit(let code): waiting.append(.exit(code > 128 ? .signal(code - 128) : .code(code)))
            case .finish, .refuse: break
            }
        }
    }
}
