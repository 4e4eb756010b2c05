import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    /// Opens the event stream of a server of 2024-11-05, posts `initialize` where it says, and reads on until it ends.
    func openEventStream(_ request: PostedRequest) async {
        let (bound, opening) = (link.settings.bounds.stream, OneShot<Void>())
        await crew.start { [self] in
            let inTime: Void? = await opening.unlessFired { [self] in _ = await time.wait(bound) }
            // Nobody reads a stream that says nothing.
            if inTime != nil, !opening.isFired { refuseStream(.timedOut(after: bound), opening) }
        }
        do throws(HTTPFault) {
            let address = state.withLock(\.address)
            var fields = HTTPFields()
            fields[.accept] = "text/event-stream"
            let outcome = try await link.call(HTTPCall(.get, address, fields: fields))
            let reply = outcome.reply
            guard reply.isSuccess else { throw await reply.refusal().fault }
            guard reply.mediaType == "text/event-stream" else {
                throw .notMCP(status: reply.status, contentType: reply.mediaType, beginning: "")
            }
            try await readEventStream(reply, from: outcome.address, request, opening)
            guard opening.isFired else { throw .ended }
            end(.ended)
        } catch {
            guard opening.isFired else { return refuseStream(error, opening) }
            end(error)
        }
    }

    private func refuseStream(_ fault: HTTPFault, _ opening: OneShot<Void>) {
        opening.fire()
        let step = state.withLock { $0.detection.streamOpened(fault) }
        if case .failed(let fault) = step { end(fault) }
    }

    private func readEventStream(
        _ reply: HTTPReply,
        from address: HTTPAddress,
        _ request: PostedRequest,
        _ opening: OneShot<Void>
    ) async throws(HTTPFault) {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: link.settings.limits.messageBytes))
        do {
            for try await piece in reply.body {
                for case .event(let event) in parser.append(piece) {
                    switch event.type {
                    case "endpoint" where !opening.isFired:
                        try await adopt(event, from: address, request, opening)
                    case "message":
                        await deliver(event.data)
                    default:
                        break
                    }
                }
            }
        } catch {
            throw HTTPReply.fault(reading: error)
        }
    }

    private func adopt(
        _ event: ServerSentEvent,
        from address: HTTPAddress,
        _ request: PostedRequest,
        _ opening: OneShot<Void>
    ) async throws(HTTPFault) {
        let text = String(decoding: event.data, as: UTF8.self)
        // Credentials go along with every message, so the endpoint must be at the same origin.
        guard let endpoint = try? address.resolving(text), endpoint.origin == address.origin else {
            throw .badEndpoint(String(text.prefix(256)))
        }
        opening.fire()
        state.withLock { state in
            state.endpoint = endpoint
            if case .settled(let transport) = state.detection.streamOpened(nil) { state.transport = transport }
        }
        await crew.start { [self] in
            do throws(HTTPFault) {
                let reply = try await post(request.message, fields: HTTPFields())
                guard reply.isSuccess else { throw await reply.refusal().fault }
                _ = try await reply.collect(limitInBytes: link.settings.limits.messageBytes)
            } catch {
                end(error)
            }
        }
    }
}
