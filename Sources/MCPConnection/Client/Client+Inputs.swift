import JSON
package import MCP
import Synchronization

extension Client {
    /// Makes a request, has the handlers of the connection give the server the input it asks for, and repeats it.
    ///
    /// So one set of handlers answers the questions of both eras. The state of an answer goes back with the next repeat
    /// of this request only, as it came; the time limit is that of each repeat. What was not declared in the
    /// capabilities, and what the handlers refuse, is left out: the server asks again, or says why it cannot go on.
    /// The server may ask so many rounds; the outcome is `.inputRequired` only when it asks once more. Where the answer
    /// is a task, that is followed to its end.
    package func outcomeAfterInputs(
        of method: String,
        params: Members? = nil,
        rounds: Int = 8,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async -> RequestOutcome {
        var outcome = await outcome(of: method, params: params, options: options, onProgress: onProgress)
        for _ in 0..<rounds {
            guard case .inputRequired(let needed) = outcome else { break }
            var attempt = params ?? Members()
            if !needed.inputRequests.isEmpty {
                attempt["inputResponses"] = .value(.object(await inputs(for: needed.inputRequests)))
            }
            attempt["requestState"] = needed.requestState.map { .value(.string($0)) }
            outcome = await self.outcome(of: method, params: attempt, options: options, onProgress: onProgress)
        }
        return await outcomeAfterTask(outcome, of: method, options: options)
    }

    /// The result of a request that may ask for input on the way.
    /// - Throws: `RequestFailure` for everything that is not a result.
    package func requestWithInputs(
        _ method: String,
        params: Members? = nil,
        rounds: Int = 8,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async throws(RequestFailure) -> Payload {
        let outcome = await outcomeAfterInputs(
            of: method,
            params: params,
            rounds: rounds,
            options: options,
            onProgress: onProgress
        )
        guard case .result(let payload) = outcome else { throw failure(method, outcome) }
        return payload
    }

    func inputs(for requests: [InputRequiredResult.InputRequest]) async -> JSONObject {
        let capabilities = driver.state.withLock(\.session.configuration.capabilities)
        var inputs = JSONObject()
        for request in requests where capabilities.allow(serverRequest: request.method) {
            let asked = Request(id: .string(request.key), method: request.method, params: request.params)
            if case .success(let input) = await driver.handlers.answer(asked) { inputs[request.key] = .object(input) }
        }
        return inputs
    }
}
