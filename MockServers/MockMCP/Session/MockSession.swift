import JSON
import MCP

/// One connection of a mock as a value: bytes and the time go in, effects come out, nothing happens inside.
///
/// The protocol is spoken by `ServerSession`; the faults stand between it and the wire. Times are counted from the start.
package struct MockSession: Sendable {
    var desk: MockDesk
    var speaker: ServerSession
    var faults: FaultStack
    var schedule = Schedule()
    var requests: [JSONValue: MockRequest] = [:]
    var subscriptions: [RequestID] = []
    var silentSubscriptions: Set<RequestID> = []
    var isReady = false
    var now = Duration.zero
    private var lines: LineBuffer
    private var hasEnded = false

    /// The server as it is by now.
    var server: MockServer { desk.server }

    /// A session that has not started yet; what carries it decides how some faults show.
    package init(_ server: MockServer, over transport: MockTransport = .stdio) {
        desk = MockDesk(server)
        let configuration = server.configuration
        speaker = ServerSession(configuration: configuration)
        faults = FaultStack(server.faults, seed: server.seed, over: transport)
        lines = LineBuffer(limitInBytes: configuration.limits.bytes)
    }

    /// When there is something to do next without any input; nil when there is nothing.
    package var nextDue: Duration? {
        hasEnded ? nil : schedule.nextDue
    }

    /// The process has started and nothing was read yet.
    package mutating func start(at now: Duration = .zero) {
        self.now = now
        for emission in faults.start(at: now) { schedule.add(emission, at: now) }
        for (time, index) in desk.timedChanges { schedule.add(.change(index), at: time) }
    }

    /// Bytes have come in, whole lines or not.
    package mutating func receive(_ bytes: some Collection<UInt8>, at now: Duration) {
        self.now = now
        lines.append(bytes)
        while let line = lines.next() { receive(line) }
    }

    /// A line has come in that is longer than the limit; only its beginning is known.
    package mutating func receive(oversized beginning: [UInt8], at now: Duration) {
        self.now = now
        receive(.oversize(beginning: beginning))
    }

    /// The client has closed its end; what is delayed beyond this moment is dropped.
    package mutating func endInput(at now: Duration) {
        self.now = now
        if let rest = lines.finish() { receive(rest) }
        if let instead = faults.end(.inputClosed, at: now) {
            for emission in instead { schedule.add(emission, at: now) }
        } else {
            closeSubscriptions()
            perform(speaker.inputEnded())
            schedule.add(Emission(.exit(.code(0))), at: now)
        }
    }

    /// The process was told to end by SIGTERM.
    package mutating func terminate(at now: Duration) {
        self.now = now
        if let instead = faults.end(.terminated, at: now) {
            for emission in instead { schedule.add(emission, at: now) }
        } else {
            closeSubscriptions()
            schedule.add(Emission(.exit(.signal(15))), at: now)
        }
    }

    /// Everything that is to be done by now, in order; nothing follows an exit.
    package mutating func due(at now: Duration) -> [MockEffect] {
        var effects: [MockEffect] = []
        while !hasEnded, let (time, entry) = schedule.next(by: now) {
            self.now = max(self.now, time)
            switch entry {
            case .effect(let effect):
                effects.append(effect)
                if case .exit = effect { hasEnded = true }
            case .respond(let id, let answer): respond(to: id, with: answer)
            case .progress(let id, let step, let steps):
                perform(speaker.progress(of: id, Double(step), total: Double(steps)))
            case .change(let index): change(index)
            }
        }
        return effects
    }
}
