import JSON
import MCP
import MCPConnection
import Synchronization

extension RoleConnection {
    /// Passes a call on: checks limits, begins or continues a trace, asks the integration once, and keeps an audit row.
    func pass(
        _ call: ServerCall,
        to target: ToolOrigin,
        _ params: Members,
        arguments: Payload?
    ) async throws(ErrorObject) -> Members {
        let began = gateway.time.elapsed
        let policy = gateway.state.withLock(\.policy)
        var params = params
        let trace = Self.trace(&params)
        var row = AuditRow(
            role: gateway.role,
            caller: caller,
            method: call.context.method,
            target: target,
            outcome: .answered,
            duration: .zero,
            argumentHash: AuditRow.hash(ofPassed: arguments),
            trace: trace
        )
        func finish(_ outcome: AuditRow.Outcome) {
            row.outcome = outcome
            row.duration = gateway.time.elapsed - began
            gateway.audit(row)
        }
        if let length = arguments?.textLength, length > policy.limits.argumentsInBytes {
            finish(.refused("arguments"))
            let limit = policy.limits.argumentsInBytes
            throw .invalidParams("the arguments are \(length) bytes long, and this role may send \(limit)")
        }
        let passage = Passage(
            connection: self,
            call: call,
            target: target,
            params: params,
            policy: policy,
            offer: gateway.catalogue.offer(of: target.integration)
        )
        let answer: UpstreamAnswer
        do throws(Passage.Refused) {
            answer = try await passage.answer(arguments: passage.mayBeParked ? arguments?.value : nil)
        } catch {
            finish(.refused(error.word))
            throw error.error
        }
        let result = passage.result(of: answer)
        finish(AuditRow.Outcome(answer, result))
        return try result.get()
    }

    /// Puts a span of our own into the parameters.
    private static func trace(_ params: inout Members) -> TraceParent {
        var generator = SystemRandomNumberGenerator()
        var meta = params["_meta"]?.members ?? Members()
        let given = meta["traceparent"]?.string.flatMap(TraceParent.init)
        let own = given?.child(using: &generator) ?? TraceParent(using: &generator)
        meta["traceparent"] = .value(.string(own.text))
        // A state of another trace says nothing about ours.
        if given == nil { meta["tracestate"] = nil }
        params["_meta"] = .members(meta)
        return own
    }
}
