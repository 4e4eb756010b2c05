import Fixtures
import JSON
import Synchronization

/// One replay with the streams that its messages go to; the only place with a lock.
final class ReplaySession: Sendable {
    /// What goes to one reader.
    enum Item: Sendable {
        case message([UInt8])
        case refusal(status: Int, fields: [(String, String)], body: String)
    }

    typealias Stream = AsyncStream<Item>

    /// More than a fixture has to say at once.
    private static let unreadLimit = 100_000

    fileprivate struct Reader {
        /// What was sent together is answered together.
        let group: Int
        let sink: Stream.Continuation
    }

    fileprivate struct State {
        var machine: ReplayMachine
        var readers: [Int: Reader] = [:]
        var listener: Stream.Continuation?
        /// What was said while nobody listened.
        var unheard: [Item] = []
    }

    private let state: Mutex<State>
    private let elapsed: @Sendable () -> Duration

    init(_ fixture: Fixture, patience: Duration, elapsed: @escaping @Sendable () -> Duration) {
        state = Mutex(State(machine: ReplayMachine(fixture, overHTTP: true, patience: patience)))
        self.elapsed = elapsed
    }

    /// Takes a message or batch of the client.
    /// - Returns: the requests in it, and what is said to them; no stream where there is no request.
    func receive(_ bytes: [UInt8]) -> (turns: [ReplayTurn], stream: Stream?) {
        let now = elapsed()
        let (stream, sink) = Stream.makeStream(bufferingPolicy: .bufferingOldest(Self.unreadLimit))
        let (turns, deliveries) = state.withLock { state in
            let reaction = state.machine.receive(bytes, at: now)
            let group = reaction.turns.first?.number ?? 0
            for turn in reaction.turns { state.readers[turn.number] = Reader(group: group, sink: sink) }
            return (reaction.turns, state.deliveries(reaction.actions))
        }
        for delivery in deliveries { delivery.perform() }
        return (turns, turns.isEmpty ? nil : stream)
    }

    /// What belongs to no request, from now on and what was missed; one reader at a time.
    func listen() -> Stream {
        let (stream, sink) = Stream.makeStream(bufferingPolicy: .bufferingOldest(Self.unreadLimit))
        let (missed, before) = state.withLock { state in
            defer { (state.listener, state.unheard) = (sink, []) }
            return (state.unheard, state.listener)
        }
        before?.finish()
        for item in missed { sink.yield(item) }
        return stream
    }

    /// Goes on where clients took too long.
    func tick() {
        let now = elapsed()
        let deliveries = state.withLock { state in
            guard let due = state.machine.nextDue, due <= now else { return [Delivery]() }
            return state.deliveries(state.machine.due(at: now))
        }
        for delivery in deliveries { delivery.perform() }
    }

    /// Ends every stream.
    func end() {
        let all = state.withLock { state in
            defer { (state.readers, state.listener) = ([:], nil) }
            return state.readers.values.map(\.sink) + [state.listener].compactMap(\.self)
        }
        for stream in all { stream.finish() }
    }

    /// Something for a stream, done outside the lock.
    fileprivate struct Delivery {
        let sink: Stream.Continuation
        let item: Item?

        func perform() {
            if let item { sink.yield(item) } else { sink.finish() }
        }
    }
}

extension ReplaySession.State {
    fileprivate mutating func deliveries(_ actions: [ReplayAction]) -> [ReplaySession.Delivery] {
        actions.flatMap { action -> [ReplaySession.Delivery] in
            switch action {
            case .send(let message, let turn):
                if let sink = turn.flatMap({ readers[$0]?.sink }) ?? listener {
                    return [.init(sink: sink, item: .message(message))]
                }
                if unheard.count < 1_000 { unheard.append(.message(message)) }
                return []
            case .refuse(let turn, let status, let fields, let body):
                let pairs = fields.compactMap { key, value in value.stringValue.map { (key, $0) } }
                let refusal = ReplaySession.Item.refusal(status: status, fields: pairs, body: body)
                return readers[turn].map { [.init(sink: $0.sink, item: refusal)] } ?? []
            case .finish(let turn):
                guard let reader = readers.removeValue(forKey: turn) else { return [] }
                let isLast = !readers.values.contains { $0.group == reader.group }
                return isLast ? [.init(sink: reader.sink, item: nil)] : []
            case .exit:
                // A server over HTTP that ends breaks its streams off.
                defer { readers = [:] }
                return readers.values.map { .init(sink: $0.sink, item: nil) }
            case .standardError:
                return []
            }
        }
    }
}
