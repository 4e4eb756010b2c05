import HTTPTypes
import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    // MARK: Sessions

    /// The server forgot the session: opens a new one, or waits for whoever is doing so.
    /// - Throws: why the message is not worth sending again.
    func recover(in generation: LegacyHTTPSession.Generation, isRepeated: Bool) async throws(HTTPFault) {
        let (step, signal, message) = state.withLock { state in
            let step = state.session.forgotten(in: generation, isRepeated: isRepeated)
            if step == .initialize { state.recovery = OneShot<Void>() }
            return (step, state.recovery, state.initialize)
        }
        switch step {
        case .repeatRequest: return
        case .fail(let fault): throw fault
        case .wait: await signal?.wait()
        case .initialize:
            defer { signal?.fire() }
            do throws(HTTPFault) {
                try await reinitialize(message ?? [])
            } catch {
                state.withLock { $0.session.recoveryFailed() }
                throw error
            }
        }
    }

    private func reinitialize(_ message: [UInt8]) async throws(HTTPFault) {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message), let id = envelope.id else {
            throw .sessionLost
        }
        let request = PostedRequest(id: id, method: "initialize", payload: envelope.payload, message: message)
        let reply = try await post(message, fields: HTTPFields())
        guard reply.isSuccess else { throw await reply.refusal().fault }
        var cursor = StreamCursor(.answer)
        guard let found = try await read(reply, for: request, cursor: &cursor, isHandshake: true) else { throw .ended }
        if case .error(_, let error) = found.envelope.kind { throw .status(reply.status, error: error) }
        let version = found.envelope.payload?.members?["protocolVersion"]?.value.stringValue
        // Everybody else waits until the server knows that the session is open: it refuses requests before.
        var session = state.withLock(\.session)
        try session.initialized(sessionID: reply.fields[MCPField.sessionID], version: version)
        let initialized = Envelope(.notification(method: "notifications/initialized"), payload: nil).encoded
        _ = try await post(initialized, fields: session.fields).collect(limitInBytes: 64 << 10)
        let opened = session
        state.withLock { $0.session = opened }
    }

    /// Tells a legacy server that its session is no longer needed; bounded, and also after cancellation.
    func endSession() async {
        let (session, address) = state.withLock { ($0.session, $0.address) }
        guard session.id != nil else { return }
        let call = HTTPCall(.delete, address, fields: session.fields)
        let (link, time) = (link, time)
        // Shielded: a cancelled task cannot send, and the server would keep the session for nobody.
        await Task {
            _ = await time.limit(to: link.settings.bounds.delivery) {
                // Whether the server lets clients end sessions is its own affair.
                _ = try? await link.call(call).reply.collect(limitInBytes: 64 << 10)
            }
        }.value
    }

    // MARK: Streams

    /// Takes a broken stream up again until the answer is there.
    func resume(_ request: PostedRequest, _ cursor: inout StreamCursor, _ stop: OneShot<Void>) async throws(HTTPFault) {
        while true {
            guard case .reconnect(let pause, let lastEventID) = cursor.ended() else { throw .ended }
            guard await time.wait(pause) else { throw .abandoned }
            let reply: HTTPReply
            do throws(HTTPFault) {
                reply = try await openStream(lastEventID: lastEventID)
            } catch {
                if error == .abandoned || !error.isPassing { throw error }
                continue
            }
            if try await finish(request, reply, &cursor, stop) { return }
        }
    }

    /// Asks a legacy server for a stream of what it has to say of its own.
    func startListening() async {
        let wants = state.withLock { $0.transport == .streamable && !$0.isClosed } && link.settings.listens
        guard wants else { return }
        await crew.start { await self.listen() }
    }

    private func listen() async {
        var cursor = StreamCursor(.listening, bounds: link.settings.bounds.reconnect)
        var lastEventID: String?
        while !Task.isCancelled, !state.withLock(\.isClosed) {
            let generation = state.withLock(\.session.generation)
            do throws(HTTPFault) {
                let reply = try await openStream(lastEventID: lastEventID)
                _ = try await read(reply, for: nil, cursor: &cursor, isHandshake: false)
            } catch {
                if case .status(404, _) = error {
                    // The session is gone, and with it what the event id meant.
                    guard (try? await recover(in: generation, isRepeated: false)) != nil else { return }
                    cursor = StreamCursor(.listening, bounds: link.settings.bounds.reconnect)
                    lastEventID = nil
                    continue
                }
                guard error.isPassing else { return }
            }
            guard case .reconnect(let pause, let id) = cursor.ended() else { return }
            lastEventID = id
            guard await time.wait(pause) else { return }
        }
    }

    /// Opens or resumes an event stream of a legacy server.
    private func openStream(lastEventID: String?) async throws(HTTPFault) -> HTTPReply {
        let (address, session) = state.withLock { ($0.address, $0.session) }
        var fields = session.fields
        fields[.accept] = "text/event-stream"
        fields[MCPField.lastEventID] = lastEventID
        let call = HTTPCall(.get, address, fields: fields)
        let (bound, link) = (link.settings.bounds.stream, link)
        let opened = await time.limit(to: bound) { () async -> Result<HTTPReply, HTTPFault> in
            do throws(HTTPFault) {
                return .success(try await link.call(call).reply)
            } catch {
                return .failure(error)
            }
        }
        guard let opened else { throw Task.isCancelled ? .abandoned : .timedOut(after: bound) }
        let reply = try opened.get()
        guard reply.isSuccess else { throw await reply.refusal().fault }
        guard reply.mediaType == "text/event-stream" else {
            throw .notMCP(status: reply.status, contentType: reply.mediaType, beginning: "")
        }
        return reply
    }
}
