import MCPConnection
import MockMCP
import Synchronization

/// Plays one mock session over a channel: asks the session, performs what it says, and waits for the next event.
final class ChannelPlayer<C: Clock<Duration>>: Sendable {
    private let session: Mutex<MockSession>
    private let line = Mutex<[UInt8]>([])
    private let channel: any MessageChannel
    private let clock: C
    private let start: C.Instant

    init(_ server: MockServer, channel: any MessageChannel, clock: C) {
        session = Mutex(MockSession(server, over: .memory))
        self.channel = channel
        self.clock = clock
        start = clock.now
    }

    /// Plays until the mock ends; nil when the task was cancelled first.
    func run() async -> MockExit? {
        // One pending wake-up is as good as many: each round does everything that is due.
        let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        session.withLock { $0.start() }
        wake.yield()
        return await withTaskGroup { group in
            group.addTask {
                for await event in self.channel.events {
                    self.receive(event)
                    wake.yield()
                }
            }
            defer { group.cancelAll() }
            var alarm: Duration?
            for await _ in wakes {
                let (effects, nextDue) = session.withLock { ($0.due(at: now), $0.nextDue) }
                for effect in effects {
                    if let exit = await perform(effect) { return exit }
                }
                guard let nextDue, nextDue != alarm else { continue }
                alarm = nextDue
                group.addTask {
                    // Cancelled only when the mock has ended, and then nobody waits for this.
                    try? await self.clock.sleep(until: self.start.advanced(by: nextDue), tolerance: nil)
                    wake.yield()
                }
            }
            return nil
        }
    }

    private var now: Duration {
        start.duration(to: clock.now)
    }

    private func receive(_ event: ChannelEvent) {
        session.withLock { session in
            switch event {
            case .message(let bytes): session.receive(bytes + [0x0A], at: now)
            case .oversized(_, let beginning, _): session.receive(oversized: beginning, at: now)
            case .unterminated(let bytes): session.receive(bytes, at: now)
            case .ended: session.endInput(at: now)
            }
        }
    }

    private func perform(_ effect: MockEffect) async -> MockExit? {
        switch effect {
        case .write(let bytes, to: .standardOutput):
            await send(bytes)
        case .fill(let bytes, let times, to: .standardOutput):
            await send(Array(repeatElement(bytes, count: times).joined()))
        case .close(.standardOutput):
            await sendRest()
            channel.close()
        case .write, .fill, .close, .spawn, .http:
            break
        case .exit(let exit):
            await sendRest()
            return exit
        }
        return nil
    }

    private func send(_ bytes: [UInt8]) async {
        let complete = line.withLock { line in
            line.append(contentsOf: bytes)
            var lines = line.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
            line = lines.removeLast()
            return lines
        }
        for message in complete { await deliver(message) }
    }

    private func sendRest() async {
        let rest = line.withLock { $0 }
        if !rest.isEmpty { await deliver(rest) }
    }

    private func deliver(_ message: [UInt8]) async {
        // A client that has gone shows as the end of the events.
        try? await channel.send(message)
    }
}
