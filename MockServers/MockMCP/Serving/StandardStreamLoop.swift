/// Serves one session over this process's standard streams: the plain loop of one thread that makes it start in no time.
package struct StandardStreamLoop<Session: StreamSession, C: Clock>: ~Copyable where C.Duration == Duration {
    private let clock: C
    private let start: C.Instant
    private let streams = StandardStreams()
    private var session: Session
    private var queue = OutputQueue()
    private var hasInput = true
    /// When output that nobody reads no longer holds the end up; nil as long as there is no end to hold up.
    private var lastMoment: Duration?
    private var closed: Set<MockStream> = []

    /// How long output may wait for its reader once the client has closed its end.
    private static var patienceAfterInput: Duration { .milliseconds(250) }

    /// The same after SIGTERM.
    private static var patienceAfterSignal: Duration { .milliseconds(20) }

    /// Takes over SIGTERM and SIGPIPE; nothing is read or written yet.
    package init(serving session: Session, clock: C) {
        self.clock = clock
        start = clock.now
        self.session = session
    }

    /// Serves until the mock ends, and says how the process is to end.
    package mutating func run() -> MockExit {
        session.start(at: .zero)
        while true {
            queue.append(session.due(at: now))
            performWhatNeedsNoWaiting()
            if case .exit(let exit)? = queue.first { return exit }
            if let exit = queue.exit, let lastMoment, now >= lastMoment { return exit }
            // Whoever does not read what is there gets no more answered.
            let ready = streams.wait(
                reading: hasInput && !queue.isLong,
                writing: writtenStream,
                atMost: timeToWait
            )
            if ready.wasTerminated {
                lastMoment = now + Self.patienceAfterSignal
                session.terminate(at: now)
            }
            if ready.canRead { readMore() }
            if let stream = ready.canWrite { writeMore(to: stream) }
        }
    }

    private var now: Duration {
        start.duration(to: clock.now)
    }

    private var timeToWait: Duration? {
        let times = [session.nextDue, queue.exit == nil ? nil : lastMoment].compactMap(\.self)
        return times.min().map { $0 - now }
    }

    private var writtenStream: MockStream? {
        switch queue.first {
        case .write(_, let stream), .fill(_, _, let stream): stream
        case .close, .spawn, .exit, .http, nil: nil
        }
    }

    private mutating func performWhatNeedsNoWaiting() {
        while let effect = queue.first {
            switch effect {
            case .write(_, let stream), .fill(_, _, let stream):
                guard closed.contains(stream) else { return }
            case .close(let stream):
                streams.close(stream)
                closed.insert(stream)
            case .spawn(let child):
                child.spawn()
            case .http:
                // No fault that is let in over pipes asks for it.
                break
            case .exit:
                return
            }
            queue.removeFirst()
        }
    }

    private mutating func readMore() {
        let bytes = streams.read()
        if bytes.isEmpty {
            hasInput = false
            lastMoment = now + Self.patienceAfterInput
            session.endInput(at: now)
        } else {
            session.receive(bytes, at: now)
        }
    }

    private mutating func writeMore(to stream: MockStream) {
        if let count = streams.write(queue.piece(upTo: StandardStreams.pieceInBytes), to: stream) {
            queue.advance(by: count)
        } else {
            closed.insert(stream)
        }
    }
}

extension StandardStreamLoop where Session == MockSession {
    /// Serves a mock by its script.
    package init(_ server: MockServer, clock: C) {
        self.init(serving: MockSession(server), clock: clock)
    }
}
