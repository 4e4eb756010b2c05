import HTTPTypes

/// Makes requests to one server: with its credentials, through redirects, and again where others are at hand.
struct HTTPLink: Sendable {
    let settings: HTTPClientSettings
    let exchanger: any HTTPExchanger

    /// A token that is renewed, a login after that, more scopes in the end: who is refused after all that stays so.
    private static let repeats = 3

    /// The head of the response that counts, and the way there.
    struct Outcome: Sendable {
        let reply: HTTPReply
        /// Where the response came from.
        let address: HTTPAddress
        /// Where the next request is better sent to at once: every redirect said that it is for good.
        var movedTo: HTTPAddress?
    }

    /// Makes one request.
    ///
    /// Responses of the 400s and 500s are responses; only redirects that are not followed are faults.
    func call(_ call: HTTPCall) async throws(HTTPFault) -> Outcome {
        guard call.address.origin == settings.address.origin else { return try await follow(call) }
        guard let authorizer = settings.authorizer else { return try await attempt(call, with: HTTPFields()) }
        var repeats = 0
        while true {
            let sent = await authorizer.fields(for: call)
            let outcome = try await attempt(call, with: sent)
            let reply = outcome.reply
            authorizer.answered(reply.fields)
            guard [401, 403].contains(reply.status), repeats < Self.repeats,
                await authorizer.refused(status: reply.status, challenges: reply.challenges, sent: sent)
            else { return outcome }
            repeats += 1
            // The connection can be used again once the body is read; when it cannot be, there are others.
            _ = try? await reply.collect(limitInBytes: 64 << 10)
        }
    }

    private func attempt(_ call: HTTPCall, with credentials: HTTPFields) async throws(HTTPFault) -> Outcome {
        var call = call
        add(credentials, to: &call)
        add(settings.fields, to: &call)
        return try await follow(call)
    }

    /// Makes a request as it is, and again wherever it is redirected to.
    private func follow(_ original: HTTPCall) async throws(HTTPFault) -> Outcome {
        var call = original
        var followed = 0
        var isPermanent = true
        while true {
            let reply = try await exchanger.exchange(call)
            guard (300..<400).contains(reply.status) else {
                let movedTo = followed > 0 && isPermanent ? call.address : nil
                return Outcome(reply: reply, address: call.address, movedTo: movedTo)
            }
            isPermanent = isPermanent && [301, 308].contains(reply.status)
            let decision = settings.redirects.decide(
                status: reply.status,
                location: reply.fields[.location],
                from: call.address,
                followed: followed
            )
            switch decision {
            case .refuse(let refusal): throw .redirect(status: reply.status, refusal)
            case .follow(let address): call.address = address
            }
            await renewCredentials(of: &call)
            followed += 1
        }
    }

    /// A proof in the credentials names the address that a request goes to, which is another one after a redirect.
    private func renewCredentials(of call: inout HTTPCall) async {
        guard let authorizer = settings.authorizer, call.address.origin == settings.address.origin else { return }
        for field in await authorizer.fields(for: call) { call.fields[field.name] = field.value }
    }

    /// What the protocol sets is not for settings to change.
    private func add(_ fields: HTTPFields, to call: inout HTTPCall) {
        for field in fields where call.fields[field.name] == nil { call.fields.append(field) }
    }
}
