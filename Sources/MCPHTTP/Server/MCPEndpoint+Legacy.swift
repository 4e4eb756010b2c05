import HTTPTypes
import Hummingbird
import JSON
import MCP
import MCPConnection
import NIOCore

extension MCPEndpoint {
    // MARK: Opening and ending

    /// Answers `initialize` with a new session.
    func openSession(
        _ request: PostedRequest,
        _ accepted: Accepted,
        _ identity: String,
        _ channel: any Channel
    ) async -> Response {
        let verdict = ServerRules(configuration: settings.configuration)
            .judge(request.id, method: request.method, payload: request.payload, legacy: .none)
        guard case .initialize(let peer, _) = verdict else {
            let error: ErrorObject =
                if case .refuse(let error, _) = verdict { error } else { .invalidRequest("initialize") }
            return .refusing(error, id: request.id, status: error.refusalStatus)
        }
        let session = HTTPSession(identity: identity, peer: peer, settings: settings, now: time.elapsed)
        await session.open(request.message)
        for old in sessions.add(session, now: time.elapsed) { old.end() }
        await crew.start { await session.runMain() }
        let reader = session.main.log.takeOver()
        let first = await session.main.log.next(after: 0, reader: reader)
        session.main.log.leave(reader)
        guard let answer = first.entries.first else {
            return .refusing(.init(.internalError, "the session ended"), id: request.id, status: .internalServerError)
        }
        var response = Response.json(answer.message)
        if !accepted.json {
            let event = ServerSentEvent(data: answer.message).encoded()
            response = .eventStream { writer in
                try await writer.write(ByteBuffer(bytes: event))
                try await writer.finish(nil)
            }
        }
        response.headers[MCPField.sessionID] = session.id
        return response
    }

    /// Ends a session because its owner asked for it.
    func endSession(_ request: Request, _ identity: String) -> Response {
        switch session(of: request, identity) {
        case .failure(let refusal): return refusal.response
        case .success(let session):
            sessions.remove(session)
            session.end()
            return Response(status: .noContent)
        }
    }

    // MARK: Messages

    /// Takes what was posted to a session.
    func respondLegacy(
        _ incoming: IncomingMessage,
        _ body: [UInt8],
        _ request: Request,
        _ accepted: Accepted,
        _ identity: String,
        _ channel: any Channel
    ) async -> Response {
        let session: HTTPSession
        switch self.session(of: request, identity) {
        case .failure(let refusal): return refusal.response
        case .success(let found): session = found
        }
        let calls: [MCP.RequestID]
        switch incoming {
        case .single(let envelope):
            guard case .request(let id, _) = envelope.kind else {
                let isExpected = await session.take(envelope, body)
                let error = ErrorObject.invalidRequest("nothing was asked under this id")
                return isExpected ? Response(status: .accepted) : .refusing(error, status: .badRequest)
            }
            calls = [id]
        case .batch(let elements):
            guard session.revision.allowsBatches, elements.count <= settings.configuration.batchLimit else {
                let error = ErrorObject.invalidRequest("batches of \(elements.count) messages are not accepted here")
                return .refusing(error, status: .badRequest)
            }
            calls = await take(elements, session)
            guard !calls.isEmpty else { return Response(status: .accepted) }
        }
        guard let exchange = session.begin(calls) else {
            let error = ErrorObject.invalidRequest("an id is that of a request in flight")
            return .refusing(error, id: calls.first, status: .badRequest)
        }
        await crew.start { await session.run(exchange, calls, incoming, body) }
        // A legacy client that is gone may come back for the answer: nothing is cancelled.
        return await respond(with: exchange, accepted, channel, names: session.names(of: exchange)) {}
    }

    /// Takes the notifications and answers of a batch that holds nothing else.
    /// - Returns: the ids of its requests; with any, the whole batch is for an exchange.
    private func take(_ elements: [Result<Envelope, MessageError>], _ session: HTTPSession) async -> [MCP.RequestID] {
        var ids: [MCP.RequestID] = []
        var others: [Envelope] = []
        for case .success(let envelope) in elements {
            if case .request(let id, _) = envelope.kind { ids.append(id) } else { others.append(envelope) }
        }
        guard ids.isEmpty else { return ids }
        for envelope in others { _ = await session.take(envelope, envelope.encoded) }
        return []
    }

    // MARK: Listening

    /// Gives a client what belongs to no call, or what it missed of a broken stream.
    func listen(_ request: Request, _ identity: String, _ channel: any Channel) async -> Response {
        guard Accepted(request.headers).eventStream else {
            return .refusing(.invalidRequest("accept text/event-stream"), status: .notAcceptable)
        }
        let session: HTTPSession
        switch self.session(of: request, identity) {
        case .failure(let refusal): return refusal.response
        case .success(let found): session = found
        }
        // The answer to initialize is the first message of this stream, and was given already.
        var (stream, number) = (0, 1)
        if let name = request.headers[MCPField.lastEventID] {
            guard let place = EventNames.parse(name), let exchange = session.exchange(place.stream),
                exchange.log.isComplete(after: place.number)
            else {
                return .refusing(.invalidRequest("the stream cannot be resumed from there"), status: .notFound)
            }
            (stream, number) = place
        }
        guard let exchange = session.exchange(stream) else {
            return .refusing(.invalidRequest("no such stream"), status: .notFound)
        }
        let names = session.names(of: exchange)
        let reader = exchange.log.takeOver(canReturn: names.isPrimed)
        let watcher = await DisconnectWatcher.of(channel)
        let ticket = watcher?.onDisconnect { exchange.log.leave(reader) }
        return streams.response(from: exchange, after: number, reader: reader, names: names) { _ in
            if let ticket { watcher?.forget(ticket) }
        }
    }

    // MARK: Finding the session

    private struct Refusal: Error {
        let response: Response
    }

    private func session(of request: Request, _ identity: String) -> Result<HTTPSession, Refusal> {
        func refused(_ detail: String, _ status: HTTPResponse.Status) -> Result<HTTPSession, Refusal> {
            .failure(Refusal(response: .refusing(.invalidRequest(detail), status: status)))
        }
        guard let id = request.headers[MCPField.sessionID] else {
            return refused("\(MCPField.sessionID.rawName) is missing", .badRequest)
        }
        guard let session = sessions.session(id, for: identity) else {
            return refused("there is no such session: send initialize", .notFound)
        }
        if let version = request.headers[MCPField.protocolVersion] {
            let revision = ProtocolRevision(rawValue: version)
            guard let revision, revision.era == .legacy, settings.configuration.offer.contains(revision) else {
                return refused("\(MCPField.protocolVersion.rawName) is none that this session can be in", .badRequest)
            }
        }
        session.used(at: time.elapsed)
        return .success(session)
    }
}
