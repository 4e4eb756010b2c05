import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    /// The answer of a server to a request of the handshake.
    private struct Answer {
        let answer: HTTPAnswer
        /// The message to hand to the session; nil when there was none.
        var message: [UInt8]?
        var payload: Payload?
        var sessionID: String?
    }

    /// Posts `server/discover` and finds out whether the server is modern.
    func probe(_ request: PostedRequest) async {
        let given = await ask(request, fields: mirrored(request, tool: .none))
        let step = state.withLock { state in
            state.isProbing = false
            let step = state.detection.probed(given.answer)
            if case .settled(let transport) = step { state.transport = transport }
            return step
        }
        switch step {
        case .failed(let fault): end(fault)
        default: await hand(given, to: request)
        }
    }

    /// Posts `initialize` and finds out which of the legacy transports is spoken.
    func initialize(_ request: PostedRequest) async {
        state.withLock { state in
            state.initialize = request.message
            state.transport = nil
        }
        guard !state.withLock(\.opensStreamFirst) else { return await openEventStream(request) }
        let given = await ask(request, fields: HTTPFields())
        let step = state.withLock { $0.detection.initialized(given.answer) }
        switch step {
        case .failed(let fault):
            end(fault)
        case .openStream:
            await openEventStream(request)
        case .settled(let transport):
            do throws(HTTPFault) {
                try settle(transport, given)
                await hand(given, to: request)
            } catch {
                end(error)
            }
        case .probe, .initialize:
            preconditionFailure("the step after initialize cannot be \(step)")
        }
    }

    private func settle(_ transport: HTTPEraDetection.Transport, _ given: Answer) throws(HTTPFault) {
        try state.withLock { state throws(HTTPFault) in
            state.transport = transport
            guard given.answer == .result else { return }
            let version = given.payload?.members?["protocolVersion"]?.value.stringValue
            try state.session.initialized(sessionID: given.sessionID, version: version)
        }
    }

    /// Gives the session what the server answered, or says in its place that it did not.
    private func hand(_ given: Answer, to request: PostedRequest) async {
        if let message = given.message { return await deliver(message) }
        switch given.answer {
        case .other(_, let fault), .nothing(let fault): await fail(request.id, fault)
        case .result, .error: break
        }
    }

    private func ask(_ request: PostedRequest, fields: HTTPFields) async -> Answer {
        let reply: HTTPReply
        do throws(HTTPFault) {
            reply = try await post(request.message, fields: fields)
        } catch {
            return Answer(answer: .nothing(error))
        }
        guard reply.isSuccess else {
            let (fault, error) = await reply.refusal()
            switch fault {
            case .status(let status, .some):
                guard let error else { return Answer(answer: .other(status: status, fault)) }
                let message = Envelope(.error(request.id, error), payload: nil).encoded
                return Answer(answer: .error(status: status, error), message: message)
            default:
                return Answer(answer: .other(status: reply.status, fault))
            }
        }
        do throws(HTTPFault) {
            var cursor = StreamCursor(.answer)
            guard let found = try await read(reply, for: request, cursor: &cursor, isHandshake: true) else {
                return Answer(answer: .other(status: reply.status, .ended))
            }
            let answer: HTTPAnswer =
                if case .error(_, let error) = found.envelope.kind {
                    .error(status: reply.status, error)
                } else { .result }
            return Answer(
                answer: answer,
                message: found.message,
                payload: found.envelope.payload,
                sessionID: reply.fields[MCPField.sessionID]
            )
        } catch {
            if case .notMCP = error { return Answer(answer: .other(status: reply.status, error)) }
            return Answer(answer: .nothing(error))
        }
    }
}
