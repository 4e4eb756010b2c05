import HTTPTypes
import JSON
import MCPHTTP

/// Sends the requests of discovery and login: bounded in time and size, without following a redirect.
struct Messenger: Sendable {
    let exchanger: any HTTPExchanger
    let rule: AddressRule
    let resolve: AuthorizerWorld.Resolve
    let pause: @Sendable (Duration) async throws -> Void
    let bound: Duration
    let limitInBytes: Int

    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let body: [UInt8]
        /// What the next proof of possession has to contain; nil when the server did not say.
        let nonce: String?
    }

    func document(_ address: HTTPAddress) async throws(AuthorizationFault) -> Answer {
        var fields = HTTPFields()
        fields[.accept] = "application/json"
        return try await send(HTTPCall(.get, address, fields: fields))
    }

    /// What the MCP server wants from a caller without credentials; empty when it wants nothing, or cannot be asked.
    func challenges(of server: HTTPAddress) async -> [AuthenticationChallenge] {
        var fields = HTTPFields()
        fields[.contentType] = "application/json"
        fields[.accept] = "application/json, text/event-stream"
        let ping: JSONValue = ["jsonrpc": "2.0", "id": 0, "method": "ping"]
        let call = HTTPCall(.post, server, fields: fields, body: ping.utf8())
        let reply = await limited(to: bound) { try? await exchanger.exchange(call) }
        guard let reply = reply ?? nil, reply.status == 401 else { return [] }
        return AuthenticationChallenge.parse(reply.fields[values: .wwwAuthenticate])
    }

    /// Sends a request; where the address comes from the user and not from a server, any will do.
    func send(_ call: HTTPCall, isConfigured: Bool = false) async throws(AuthorizationFault) -> Answer {
        let mustLook = rule.looksAtAddresses(of: call.address.origin) && !isConfigured
        guard let outcome = await limited(to: bound, { await exchange(call, mustLook: mustLook) }) else {
            throw Task.isCancelled ? .cancelled : .timedOut
        }
        return try outcome.get()
    }

    /// Nil when the time was over first.
    func limited<Value: Sendable>(
        to bound: Duration,
        _ body: @escaping @Sendable () async -> Value
    ) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            group.addTask { await body() }
            group.addTask {
                // Cancelled or over: either way there is nothing more to wait for.
                try? await pause(bound)
                return nil
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? nil
        }
    }

    /// The same call, confined to where it may lead.
    ///
    /// What a name stands for is looked at twice: here, so that nobody in a private network is even called, and by the
    /// connection that is made, because a name may stand for something else a moment later.
    private func confined(_ call: HTTPCall) async throws(AuthorizationFault) -> HTTPCall {
        let origin = call.address.origin
        let addresses: [NetworkAddress]?
        do throws(HTTPFault) {
            addresses = try await resolve(origin)
        } catch {
            throw Task.isCancelled ? .cancelled : .unavailable(status: nil)
        }
        do throws(AddressRefusal) {
            try rule.check(addresses ?? [], of: origin)
        } catch {
            throw .refusedAddress(error)
        }
        var call = call
        call.isConfined = true
        return call
    }

    private func exchange(_ call: HTTPCall, mustLook: Bool) async -> Result<Answer, AuthorizationFault> {
        var call = call
        do throws(AuthorizationFault) {
            if mustLook { call = try await confined(call) }
        } catch {
            return .failure(error)
        }
        do {
            let reply = try await exchanger.exchange(call)
            var body: [UInt8] = []
            for try await piece in reply.body {
                guard body.count + piece.count <= limitInBytes else {
                    return .failure(.badMetadata(.malformed(call.address)))
                }
                body += piece
            }
            return .success(Answer(status: reply.status, body: body, nonce: reply.fields[.possessionNonce]))
        } catch {
            if Task.isCancelled { return .failure(.cancelled) }
            return .failure(.unavailable(status: nil))
        }
    }
}
