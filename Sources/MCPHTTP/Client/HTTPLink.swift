import HTTPTypes

/// Makes requests to one server: with its credentials, through redirects, and at most twice where they are refused.
struct HTTPLink: Sendable {
    let settings: HTTPClientSettings
    let exchanger: any HTTPExchanger

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
        let outcome = try await attempt(call)
        guard let authorizer = settings.authorizer, [401, 403].contains(outcome.reply.status) else { return outcome }
        let reply = outcome.reply
        let hasOthers = await authorizer.refused(status: reply.status, challenges: reply.challenges)
        return hasOthers ? try await attempt(call) : outcome
    }

    private func attempt(_ original: HTTPCall) async throws(HTTPFault) -> Outcome {
        var call = original
        var followed = 0
        var isPermanent = true
        if call.address.origin == settings.address.origin {
            add(await settings.authorizer?.fields() ?? HTTPFields(), to: &call)
            add(settings.fields, to: &call)
        }
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
            followed += 1
        }
    }

    /// What the protocol sets is not for settings to change.
    private func add(_ fields: HTTPFields, to call: inout HTTPCall) {
        for field in fields where call.fields[field.name] == nil { call.fields.append(field) }
    }
}
