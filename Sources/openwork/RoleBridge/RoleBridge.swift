import DaemonAPI
import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Synchronization

/// Carries messages between an agent's client on standard streams and the endpoint of a role, in whichever era it speaks.
///
/// While no daemon answers, every request is answered with an error that says so; nothing is sent twice. A daemon that
/// comes back is used again, and a session that it forgot is opened anew behind the client's back.
struct RoleBridge: Sendable {
    let base: String
    let role: String
    let token: String?
    let exchanger: any HTTPExchanger
    let clock: ContinuousClock
    /// How long a client that has ended its input may wait for its answers.
    var patience = Duration.seconds(30)

    /// Runs until the client ends its input.
    func run(over client: any MessageChannel) async throws {
        let address: HTTPAddress
        do {
            address = try HTTPAddress("\(base)/mcp/\(role)")
        } catch {
            throw ClientFault.usage("\(base) is no address of a daemon: \(error)")
        }
        var settings = HTTPClientSettings(address: address)
        if let token { settings.fields[.authorization] = "Bearer \(token)" }
        await withDiscardingTaskGroup { group in
            var link: BridgeLink?
            /// The handshake of a client with a session, to be repeated where a daemon has forgotten it.
            var handshake: [UInt8]?
            for await case .message(let message) in client.events {
                let opening = BridgeOpening(message)
                if opening == .initialize { handshake = message }
                let open: BridgeLink
                if let link, !link.isOver {
                    open = link
                } else {
                    open = BridgeLink(settings, opening, exchanger: exchanger, clock: clock)
                    link = open
                    group.addTask { await open.channel.run() }
                    group.addTask { await self.pass(from: open, to: client) }
                    await open.prepare(opening, handshake: handshake, message)
                }
                await open.send(message)
                // What follows a handshake is understood only once that is answered.
                if opening == .initialize || opening == .discover { await open.answered() }
            }
            if let link { await finish(link) }
        }
    }

    /// The client has said all that it wanted: what is in flight is answered, or given up where that takes too long.
    private func finish(_ link: BridgeLink) async {
        _ = await Timekeeper(clock).limit(to: patience) { await link.answered() }
        for id in link.end() { await link.cancel(id) }
        link.channel.close()
    }

    /// Hands the client what the daemon says, and an error for every request that nobody answers any more.
    private func pass(from link: BridgeLink, to client: any MessageChannel) async {
        var reason: String?
        for await case .message(let message) in link.channel.events {
            switch link.take(message) {
            case .ours: continue
            case .theirs(let id):
                try? await client.send(message)
                if let id { link.answered(id) }
            case .lost(let id, let fault):
                if reason == nil { reason = await words(fault) }
                try? await client.send(refusal(id, reason ?? ""))
                link.answered(id)
            }
        }
        let fault = link.channel.connectionFault
        let left = link.end()
        guard !left.isEmpty else { return }
        let words = await words(fault)
        // A client that reads no more wants nothing.
        for id in left { try? await client.send(refusal(id, words)) }
    }

    private func refusal(_ id: RequestID, _ words: String) -> [UInt8] {
        let error = ErrorObject(.internalError, words, data: ["role": .string(role), "daemon": .string(base)])
        return Envelope(.error(id, error), payload: nil).encoded
    }

    /// What happened, with what helps; the daemon's own words where it has some.
    private func words(_ fault: HTTPFault?) async -> String {
        switch fault {
        case .unreachable, .timedOut, .ended, nil:
            let cause = fault.map { " (\($0))" } ?? ""
            return "no OpenWork daemon answers at \(base)\(cause): start it with openworkd, then try again"
        case let fault?:
            let daemon = DaemonClient(base: base, token: token, exchanger: exchanger)
            do {
                _ = try await daemon.send(.get, "/mcp/\(role)")
            } catch ClientFault.problem(let problem) where problem.code != "unexpected" {
                return "\(problem.detail): \(problem.fix)"
            } catch {
                // The fault itself is all there is to tell.
            }
            return "the OpenWork daemon at \(base) does not serve \(role): \(fault)"
        }
    }
}
