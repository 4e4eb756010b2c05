import JSON
import MCP
import MCPConnection
import Synchronization

extension Passage {
    /// Begins a call that outlives this request, because its integration may ask and the client has to come back then.
    ///
    /// What the client has brought already answers the questions of those names.
    func begin(_ arguments: JSONValue?, _ brought: [String: JSONObject]) async throws(Refused) -> UpstreamAnswer {
        let parked = ParkedCall(brought)
        var params = params
        params["inputResponses"] = nil
        params["requestState"] = nil
        let request = request(params, reports: { tell in parked.report { tell($0) } }) { await parked.ask($0) }
        let (gateway, passage) = (gateway, self)
        let isStarted = await gateway.crew.start {
            let answer = await parked.stop.unlessFired { await gateway.upstreams.perform(request) }
            let final = answer ?? .outcome(.cancelled)
            passage.leave(final)
            parked.end(final)
            gateway.parked.remove(parked)
        }
        guard isStarted else {
            leave(.outcome(.cancelled))
            let error = ErrorObject(.internalError, "the endpoint of \(gateway.role) is shutting down")
            throw Refused(error: error, word: "shutting_down")
        }
        return try await wait(for: parked, arguments)
    }

    /// Goes on with a call that waits for what the client brings.
    func resume(_ token: String?, _ arguments: JSONValue?) async throws(Refused) -> UpstreamAnswer {
        let responses = try broughtResponses()
        guard let token, let parked = gateway.parked.fetch(token, for: binding(arguments)) else {
            let what = "requestState was not given for this request, or the call it stands for is over"
            throw Refused(error: .invalidParams("\(what): begin again without it"), word: "state")
        }
        parked.bring(responses)
        return try await wait(for: parked, arguments)
    }

    /// What a modern client brings, by the names of the questions.
    func broughtResponses() throws(Refused) -> [String: JSONObject] {
        guard let brought = params["inputResponses"]?.value else { return [:] }
        var responses: [String: JSONObject] = [:]
        for (key, value) in brought.objectValue ?? [:] { responses[key] = value.objectValue }
        guard let members = brought.objectValue, responses.count == members.count else {
            let error = ErrorObject.invalidParams("inputResponses is not an object of objects")
            throw Refused(error: error, word: "input")
        }
        return responses
    }

    /// Waits for the end of the call, or for a question to give to the client.
    private func wait(for parked: ParkedCall, _ arguments: JSONValue?) async throws(Refused) -> UpstreamAnswer {
        switch await reporting({ await parked.next($0, gateway.time) }) {
        case .ended(let answer):
            return answer
        case nil:
            // Nobody wants the answer any more.
            parked.stop.fire()
            return .outcome(.cancelled)
        case .questions(let questions):
            guard let token = gateway.parked.park(parked, for: binding(arguments)) else {
                parked.stop.fire()
                let what = "\(ParkedCalls.limit) calls of this role wait for input, which is the limit"
                throw Refused(error: ErrorObject(.internalError, what), word: "waiting")
            }
            // Over in the meantime, and so nobody would take the token back.
            if parked.isOver { gateway.parked.remove(parked) }
            return .outcome(.inputRequired(InputRequiredResult(inputRequests: questions, requestState: token)))
        }
    }

    /// What a token is good for: this caller, and this very request.
    private func binding(_ arguments: JSONValue?) -> String {
        let parts: JSONValue = [
            .string(connection.caller), .string(call.context.method), .string(target.integration), .string(target.name),
            arguments ?? .null,
        ]
        return parts.text(.canonical)
    }
}
