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
        case theirs
        /// It stands for an answer that did not come.
        case lost(RequestID, HTTPFault)
    }

    private static let ownID = RequestID.string("openwork-bridge")

    private struct State {
        var waiting: Set<RequestID> = []
        /// Fires when nothing is waited for.
        var silence = OneShot<Void>()
        var isOver = false
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
        let ids = Self.requests(in: message)
        state.withLock { state in
            if state.silence.isFired { state.silence = OneShot() }
            state.waiting.formUnion(ids)
        }
        try? await channel.send(message)
    }

    /// Notes what the daemon said.
    func take(_ message: [UInt8]) -> Passing {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else { return .theirs }
        switch envelope.kind {
        case .result(let id):
            if id == Self.ownID {
                prepared.fire()
                return .ours
            }
            answered(id)
        case .error(let id?, let error):
            if id == Self.ownID {
                prepared.fire()
                return .ours
            }
            answered(id)
            if let fault = channel.fault(behind: error) { return .lost(id, fault) }
        default: break
        }
        return .theirs
    }

    /// Waits until everything is answered that the client asked.
    func answered() async {
        let silence = state.withLock { $0.waiting.isEmpty ? nil : $0.silence }
        _ = await silence?.wait()
    }

    private func answered(_ id: RequestID) {
        let silence = state.withLock { state -> OneShot<Void>? in
            state.waiting.remove(id)
            return state.waiting.isEmpty ? state.silence : nil
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

    private static func requests(in message: [UInt8]) -> [RequestID] {
        let envelopes: [Envelope] =
            switch try? IncomingMessage(parsing: message) {
            case .single(let envelope): [envelope]
            case .batch(let elements): elements.compactMap { try? $0.get() }
            case nil: []
            }
        return envelopes.compactMap { if case .request(let id, _) = $0.kind { id } else { nil } }
    }
}
