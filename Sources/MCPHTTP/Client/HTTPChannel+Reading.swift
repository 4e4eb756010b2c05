import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    /// The answer to a request among everything that came with it.
    struct Found {
        let envelope: Envelope
        let message: [UInt8]
    }

    /// Reads a successful response and hands everything in it to the session.
    ///
    /// In a handshake the answer is kept back for the caller to judge, and nothing after it is read.
    /// - Parameters:
    ///   - reply: what came for the request; its body is read once.
    ///   - request: what was asked; nil on a stream that answers nothing.
    ///   - cursor: follows the events, so that a broken stream can be taken up again.
    ///   - isHandshake: whether the answer is for the caller.
    ///   - onAnswer: called once the answer is handed on, while more may follow.
    /// - Returns: the answer; nil when an event stream ended without it.
    /// - Throws: why there is none in a body, or why the body could not be read.
    func read(
        _ reply: HTTPReply,
        for request: PostedRequest?,
        cursor: inout StreamCursor,
        isHandshake: Bool,
        onAnswer: () async -> Void = {}
    ) async throws(HTTPFault) -> Found? {
        if reply.mediaType == "text/event-stream" {
            return try await readStream(reply, for: request, &cursor, isHandshake, onAnswer)
        }
        let body = try await reply.collect(limitInBytes: link.settings.limits.messageBytes)
        let incoming = try? IncomingMessage(parsing: body, limits: Self.limits(link.settings))
        if let request, let incoming { try refuseMisplaced(incoming, request) }
        guard let request, let incoming, let found = answer(to: request, in: incoming, body) else {
            let beginning = String(decoding: body.prefix(128), as: UTF8.self)
            throw .notMCP(status: reply.status, contentType: reply.mediaType, beginning: beginning)
        }
        cursor.answered()
        if !isHandshake { await deliver(judged(found, request).message) }
        return found
    }

    static func limits(_ settings: HTTPClientSettings) -> JSONLimits {
        var limits = JSONLimits()
        limits.bytes = settings.limits.messageBytes
        limits.stringBytes = min(limits.stringBytes, limits.bytes)
        return limits
    }

    private func readStream(
        _ reply: HTTPReply,
        for request: PostedRequest?,
        _ cursor: inout StreamCursor,
        _ isHandshake: Bool,
        _ onAnswer: () async -> Void
    ) async throws(HTTPFault) -> Found? {
        var parser = EventStreamParser(limits: EventStreamLimits(eventBytes: link.settings.limits.messageBytes))
        var found: Found?
        do {
            for try await piece in reply.body {
                for item in parser.append(piece) {
                    guard let message = try take(item, for: request, &cursor) else { continue }
                    guard let request, found == nil, let answer = try answer(to: request, in: message) else {
                        await deliver(message)
                        continue
                    }
                    cursor.answered()
                    found = answer
                    if isHandshake { return answer }
                    await deliver(judged(answer, request).message)
                    await onAnswer()
                }
                cursor.advanced(to: parser.lastEventID)
                // Whatever it is, it never ends the request well, and it may never end at all.
                if request != nil, found == nil, parser.isPastLimit {
                    throw HTTPFault.oversized(limitInBytes: link.settings.limits.messageBytes)
                }
            }
        } catch {
            let fault = HTTPReply.fault(reading: error)
            // A stream that broke off may be taken up again; after its answer it is of no interest.
            guard fault == .ended || found != nil else { throw fault }
        }
        if Task.isCancelled, found == nil { throw .abandoned }
        return found
    }

    /// The message in an event; nil when there is none.
    private func take(
        _ item: EventStreamItem,
        for request: PostedRequest?,
        _ cursor: inout StreamCursor
    ) throws(HTTPFault) -> [UInt8]? {
        switch item {
        case .retry(let milliseconds):
            cursor.retry(milliseconds: milliseconds)
            return nil
        case .oversized:
            // On a stream of its own the request is lost with it; on a shared one nobody can tell whose it was.
            guard request != nil else { return nil }
            throw .oversized(limitInBytes: link.settings.limits.messageBytes)
        case .event(let event):
            cursor.advanced(to: event.id)
            return event.type == "message" && !event.data.isEmpty ? event.data : nil
        }
    }

    // MARK: Answers

    private func answer(to request: PostedRequest, in message: [UInt8]) throws(HTTPFault) -> Found? {
        let incoming = try? IncomingMessage(parsing: message, limits: Self.limits(link.settings))
        guard let incoming else { return nil }
        try refuseMisplaced(incoming, request)
        if case .single(let envelope) = incoming, !isAnswer(envelope, to: request) { return nil }
        return answer(to: request, in: incoming, message)
    }

    /// An id that another request of ours has must not be answered here, where nobody can tell whose answer it is.
    private func refuseMisplaced(_ incoming: IncomingMessage, _ request: PostedRequest) throws(HTTPFault) {
        guard case .single(let envelope) = incoming, let id = envelope.id, id != request.id else { return }
        switch envelope.kind {
        case .request, .notification: return
        case .result, .error:
            guard state.withLock({ $0.inFlight[id] == nil }) else { throw .misplacedAnswer(to: id) }
        }
    }

    /// The answer in a body.
    ///
    /// A lone error without an id can only be about the one request that was sent.
    private func answer(to request: PostedRequest, in incoming: IncomingMessage, _ message: [UInt8]) -> Found? {
        switch incoming {
        case .single(let envelope):
            if isAnswer(envelope, to: request) { return Found(envelope: envelope, message: message) }
            switch envelope.kind {
            case .error(nil, let error):
                let mine = Envelope(.error(request.id, error), payload: nil)
                return Found(envelope: mine, message: mine.encoded)
            case .error, .result:
                // Another id: the session says what is wrong with that.
                return Found(envelope: envelope, message: message)
            case .request, .notification:
                return nil
            }
        case .batch(let elements):
            for case .success(let envelope) in elements where isAnswer(envelope, to: request) {
                return Found(envelope: envelope, message: message)
            }
            return nil
        }
    }

    private func isAnswer(_ envelope: Envelope, to request: PostedRequest) -> Bool {
        switch envelope.kind {
        case .result(let id): id == request.id
        case .error(let id, _): id == request.id
        case .request, .notification: false
        }
    }

    /// The answer as the session gets it: over modern HTTP a listing is without tools whose annotations are invalid.
    private func judged(_ found: Found, _ request: PostedRequest) -> Found {
        guard request.method == "tools/list", case .result = found.envelope.kind, let payload = found.envelope.payload,
            state.withLock(\.transport) == .modern
        else { return found }
        let listing = ToolListing(result: payload.value)
        state.withLock { $0.learn(listing) }
        guard let rewritten = listing.rewritten else { return found }
        let envelope = Envelope(found.envelope.kind, payload: .value(.object(rewritten)))
        return Found(envelope: envelope, message: envelope.encoded)
    }
}
