import MCP
import MCPConnection

extension ServerHandlers {
    /// The same, but that a subscription is answered as soon as the signal is fired, whatever its handler is waiting for.
    func endingSubscriptions(at signal: OneShot<Void>) -> ServerHandlers {
        ServerHandlers(
            answer: { call throws(ErrorObject) in
                guard call.context.method == "subscriptions/listen" else { return try await answer(call) }
                let result = await signal.unlessFired { () async -> Result<Members, ErrorObject> in
                    do throws(ErrorObject) {
                        return .success(try await answer(call))
                    } catch {
                        return .failure(error)
                    }
                }
                return try result?.get() ?? [:]
            },
            hear: hear,
            whileServing: whileServing
        )
    }
}
