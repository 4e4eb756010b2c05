import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    /// Posts a request and sees to it that it is answered, by the server or in its place.
    func perform(_ request: PostedRequest, _ stop: OneShot<Void>) async {
        do throws(HTTPFault) {
            switch state.withLock(\.transport) {
            case .modern: try await performModern(request, stop, isRepeated: false)
            case .streamable, nil: try await performStreamable(request, stop, isRepeated: false)
            case .eventStream: try await performOverEventStream(request)
            }
        } catch {
            await fail(request.id, error)
        }
    }

    /// Posts one message to the address, and remembers where a redirect led.
    func post(_ message: [UInt8], fields: HTTPFields) async throws(HTTPFault) -> HTTPReply {
        let address = state.withLock { $0.endpoint ?? $0.address }
        var fields = fields
        fields[.contentType] = "application/json"
        fields[.accept] = "application/json, text/event-stream"
        let outcome = try await link.call(HTTPCall(.post, address, fields: fields, body: message))
        if let moved = outcome.movedTo {
            state.withLock { state in
                if state.endpoint == nil { state.address = moved } else { state.endpoint = moved }
            }
        }
        return outcome.reply
    }

    /// Posts a message that has no answer; what the server thinks of it changes nothing.
    func tell(_ message: [UInt8], method: String?) async {
        let delivery = link.settings.bounds.delivery
        _ = await time.limit(to: delivery) { [self] in
            let (transport, session) = state.withLock { ($0.transport, $0.session) }
            do throws(HTTPFault) {
                let reply = try await post(message, fields: fields(transport, session, method))
                // The connection can be used again once the body is read.
                _ = try? await reply.collect(limitInBytes: 64 << 10)
                guard reply.status == 404, transport == .streamable, session.id != nil else { return }
                try await recover(in: session.generation, isRepeated: false)
                _ = try await post(message, fields: state.withLock(\.session.fields)).collect(limitInBytes: 64 << 10)
            } catch {
                // The next request meets the same fault and reports it.
            }
        }
    }

    private func fields(
        _ transport: HTTPEraDetection.Transport?,
        _ session: LegacyHTTPSession,
        _ method: String?
    ) -> HTTPFields {
        switch transport {
        case .modern:
            var fields = HTTPFields()
            fields[MCPField.protocolVersion] = ProtocolRevision.latest.rawValue
            fields[MCPField.method] = method
            return fields
        case .eventStream: return HTTPFields()
        case .streamable, nil: return session.fields
        }
    }

    // MARK: Modern

    func mirrored(_ request: PostedRequest, tool: ToolHeaders) -> HTTPFields {
        MirroredHeaders(
            version: request.version ?? ProtocolRevision.latest.rawValue,
            method: request.method,
            params: request.mirrored(for: tool),
            tool: tool
        ).fields
    }

    private func performModern(
        _ request: PostedRequest,
        _ stop: OneShot<Void>,
        isRepeated: Bool
    ) async throws(HTTPFault) {
        let tool = state.withLock { Self.tool(of: request, in: $0) }
        let reply = try await post(request.message, fields: mirrored(request, tool: tool))
        guard reply.isSuccess else {
            let (fault, error) = await reply.refusal()
            if error?.code == .headerMismatch, request.method == "tools/call", !isRepeated,
                try await hasChangedHeaders(request, since: tool)
            {
                return try await performModern(request, stop, isRepeated: true)
            }
            return try await answer(request, refusedWith: fault)
        }
        var cursor = StreamCursor(.answer)
        guard try await finish(request, reply, &cursor, stop) else { throw .ended }
    }

    private static func tool(of request: PostedRequest, in state: HTTPChannelState) -> ToolHeaders {
        guard request.method == "tools/call", !state.tools.isEmpty else { return .none }
        return request.payload?.members?["name"]?.value.stringValue.flatMap { state.tools[$0] } ?? .none
    }

    /// The server's own words where it has some, the HTTP fault otherwise.
    private func answer(_ request: PostedRequest, refusedWith fault: HTTPFault) async throws(HTTPFault) {
        guard case .status(let status, let error?) = fault, status < 500 else { throw fault }
        await deliver(Envelope(.error(request.id, error), payload: nil).encoded)
    }

    // MARK: Legacy

    private func performStreamable(
        _ request: PostedRequest,
        _ stop: OneShot<Void>,
        isRepeated: Bool
    ) async throws(HTTPFault) {
        let session = state.withLock(\.session)
        let reply = try await post(request.message, fields: session.fields)
        guard reply.isSuccess else {
            let (fault, _) = await reply.refusal()
            guard reply.status == 404, session.id != nil else { return try await answer(request, refusedWith: fault) }
            try await recover(in: session.generation, isRepeated: isRepeated)
            return try await performStreamable(request, stop, isRepeated: true)
        }
        var cursor = StreamCursor(.answer, bounds: link.settings.bounds.reconnect)
        if try await finish(request, reply, &cursor, stop) { return }
        try await resume(request, &cursor, stop)
    }

    private func performOverEventStream(_ request: PostedRequest) async throws(HTTPFault) {
        let reply = try await post(request.message, fields: HTTPFields())
        guard reply.isSuccess else { throw await reply.refusal().fault }
        // The answer comes on the event stream.
        _ = try await reply.collect(limitInBytes: link.settings.limits.messageBytes)
    }

    /// Reads a response to its end and hands the answer on as soon as it is there.
    /// - Returns: whether it was there.
    func finish(
        _ request: PostedRequest,
        _ reply: HTTPReply,
        _ cursor: inout StreamCursor,
        _ stop: OneShot<Void>
    ) async throws(HTTPFault) -> Bool {
        try await read(reply, for: request, cursor: &cursor, isHandshake: false) { [self] in
            // The rest is read so that the connection can be used again, but not for ever.
            await crew.start { [self] in
                _ = await stop.unlessFired { [self] in await time.wait(.seconds(5)) }
                stop.fire()
            }
        } != nil
    }
}
