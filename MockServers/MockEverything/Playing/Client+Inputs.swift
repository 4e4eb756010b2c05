package import JSON
import MCP
package import MCPConnection

extension Client {
    /// Makes a request, gives the server the input it asks for, and repeats the request until it is answered.
    ///
    /// The state of each answer goes back with the next retry of this request only, as it came, or not at all.
    /// Throws `PlayError.unanswered`, also when the server asked as often as `rounds` allows and asks again.
    package func request(
        _ method: String,
        params: JSONObject,
        asking user: PlayedUser,
        rounds: Int = 8
    ) async throws(PlayError) -> JSONValue {
        var attempt = params
        var outcome = await outcome(of: method, params: Members(attempt))
        for _ in 0..<rounds {
            guard case .inputRequired(let needed) = outcome else { break }
            attempt = params
            if !needed.inputRequests.isEmpty {
                var replies = JSONObject()
                for request in needed.inputRequests {
                    // What cannot be answered is left out: the server asks again, or says why it cannot go on.
                    if case .success(let reply) = user.answer(request.method, request.params) {
                        replies[request.key] = .object(reply)
                    }
                }
                attempt["inputResponses"] = .object(replies)
            }
            attempt["requestState"] = needed.requestState.map { .string($0) }
            outcome = await self.outcome(of: method, params: Members(attempt))
        }
        guard case .result(let payload) = outcome else {
            throw .unanswered(method, outcome)
        }
        return payload.value
    }
}
