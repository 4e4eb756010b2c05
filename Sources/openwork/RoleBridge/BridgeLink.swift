import JSON
import MCP
import MCPConnection
import MCPHTTP
import Synchronization

/// One connection to the endpoint, with what the client waits for over it.
final class BridgeLink: Sendable {
    /// Whose a message of the daemon is.
    enum Passing {
        /// An answer to what the bridge asked by itself.
        case ours
        /// With the request that it answers.
        case theirs(RequestID?)
        /// It stands for an answer that did not come.
        case lost(RequestID, HTTPFault)
    }

    private static let ownID = RequestID.string("openwork-bridge")

    private struct State {
        var waiting: Set<RequestID> = []
        /// Subscriptions, which are not answered while they hold.
        var lasting: Set<RequestID> = []
        /// Fires when nothing but subscriptions is waited for.
        var silence = OneShot<Void>()
        var isOver = false

        var isSilent: Bool { waiting.subtracting(lasting).isEmpty }
    }

    let channel: HTTPChannel
    private let state = Mutex(State())
    private let prepared = OneShot<Void>()

    init(_ settings: HTTPClientSettings, _ opening: BridgeOpening, exchanger: any HTTPExchanger, clock: ContinuousClock)
    {
        channel = HTTPChannel(settings, offer: opening.offer, exchanger: exchanger, clock: clock)
    }

    var isOver: Bool { state.withLock(\.isOver) }

    /// Asks by itself what has to be asked before the client's message; returns when that is answered.
    func prepare(_ opening: BridgeOpening, handshake: [UInt8]?, _ message: [UInt8]) async {
        switch opening {
        case .initialize, .discover:
            return
        case .modern(let meta):
            let params: Members = ["_meta": meta]
            let envelope = Envelope(.request(Self.ownID, method: "server/discover"), payload: .members(params))
            await ask(envelope.encoded)
        case .legacy:
            guard let handshake, case .single(let envelope) = try? IncomingMessage(parsing: handshake) else { return }
            await ask(Envelope(.request(Self.ownID, method: "initialize"), payload: envelope.payload).encoded)
            guard !isOver else { return }
            let initialized = Envelope(.notification(method: "notifications/initialized"), payload: nil)
            try? await channel.send(initialized.encoded)
        }
    }

    private func ask(_ message: [UInt8]) async {
        // Where nothing can be sent any more, the end of the channel tells why.
        try? await channel.send(message)
        _ = await prepared.wait()
    }

    /// Hands a message of the client over.
    func send(_ message: [UInt8]) async {
        let (ids, lasting) = Self.requests(in: message)
        state.withLock { state in
            if state.silence.isFired { state.silence = OneShot() }
            state.waiting.formUnion(ids)
            state.lasting.formUnion(lasting)
        }
        try? await channel.send(message)
    }

    /// Notes what the daemon said.
    func take(_ message: [UInt8]) -> Passing {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else { return .theirs(nil) }
        switch envelope.kind {
        case .result(let id):
            if id == Self.ownID {
                prepared.fire()
                return .ours
            }
            return .theirs(id)
        case .error(let id?, let error):
            if id == Self.ownID {
                prepared.fire()
                return .ours
            }
            return channel.fault(behind: error).map { .lost(id, $0) } ?? .theirs(id)
        default:
            return .theirs(nil)
        }
    }

    /// Waits until everything is answered that the client asked.
    func answered() async {
        let silence = state.withLock { $0.isSilent ? nil : $0.silence }
        _ = await silence?.wait()
    }

    /// The client has the answer to what it asked.
    func answered(_ id: RequestID) {
        let silence = state.withLock { state -> OneShot<Void>? in
            state.waiting.remove(id)
            state.lasting.remove(id)
            return state.isSilent ? state.silence : nil
        }
        silence?.fire()
    }

    /// Nothing comes any more.
    /// - Returns: what the client still waits for.
    func end() -> [RequestID] {
        let (left, silence) = state.withLock { state in
            state.isOver = true
            defer { state.waiting = [] }
            return (Array(state.waiting), state.silence)
        }
        silence.fire()
        prepared.fire()
        return left
    }

    /// Tells the daemon that nobody waits for an answer any more; in the modern era it sees that by the end of the stream.
    func cancel(_ id: RequestID) async {
        let cancelled = Notification(method: "notifications/cancelled", params: ["requestId": id.json])
        try? await channel.send(Message.notification(cancelled).encoded)
    }

    /// The requests in a message, and which of them are subscriptions.
    private static func requests(in message: [UInt8]) -> (all: [RequestID], lasting: [RequestID]) {
        let envelopes: [Envelope] =
            switch try? IncomingMessage(parsing: message) {
            case .single(let envelope): [envelope]
            case .batch(let elements): elements.compactMap { try? $0.get() }
            case nil: []
            }
        let requests = envelopes.compactMap { envelope -> (id: RequestID, method: String)? in
            if case .request(let id, let method) = envelope.kind { (id, method) } else { nil }
        }
        return (requests.map(\.id), requests.filter { $0.method == "subscriptions/listen" }.map(\.id))
    }
}
