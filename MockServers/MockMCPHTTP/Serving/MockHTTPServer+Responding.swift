import Dates
import Glibc
import HTTPTypes
import Hummingbird
import JSON
import MCPConnection
import MCPHTTP
import MockMCP
import NIOCore
import Registry

extension MockHTTPServer {
    /// What a posted message may measure.
    private static let limitInBytes = 16 << 20

    /// Answers one request, or breaks off.
    func respond(to request: Request, context: MCPRequestContext) async throws -> Response {
        if ending.isFired || isOutputClosed { return try await cut(context.channel) }
        if request.uri.path.hasPrefix(Self.metadataPath) { return metadata(of: request) }
        guard request.uri.path == "/mcp" else { return Response(status: .notFound) }
        let cause = mock.door?.cause { name in HTTPField.Name(name).flatMap { request.headers[$0] } }
        let reactions = cause.flatMap { mock.door?.reactions(to: $0) } ?? []
        if let refusal = mock.door?.refusal(of: reactions) { return response(to: refusal) }
        guard request.method == .post else { return try await pass(request, nil, [], context) }
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: Self.limitInBytes))
        } catch {
            return Response(status: .contentTooLarge)
        }
        var request = Request(head: request.head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        // What is no object the sound server refuses best.
        guard let message = try? JSONValue(parsing: body), let members = message.objectValue else {
            return try await pass(request, nil, reactions, context)
        }
        let (seen, dues) = withLine { $0.receive(members, under: reactions, at: $1) }
        guard let seen else { return try await refuse(members, dues, request, context.channel) }
        if seen != members { request = request.carrying(seen) }
        return try await pass(request, MockRequest(seen), reactions, context, dues)
    }

    /// Has the sound server answer, and every message of its response pass the faults.
    private func pass(
        _ request: Request,
        _ asked: MockRequest?,
        _ reactions: [Reaction],
        _ context: MCPRequestContext,
        _ dues: [MockLine.Due] = []
    ) async throws -> Response {
        let sound = try await endpoint.respond(to: request, context: context)
        let early = takeEarly()
        let isStream = sound.headers[.contentType] == "text/event-stream"
        let carriesMessages = isStream || sound.headers[.contentType] == "application/json"
        let isSound = reactions.isEmpty && dues.isEmpty && early.isEmpty && withLine { line, _ in line.isSound }
        guard !isSound, carriesMessages else { return sound }
        var machine = ReplyMachine(
            source: isStream ? .eventStream : .document,
            acceptsEventStream: request.acceptsEventStream,
            owesAnswer: asked != nil
        )
        let now = now
        for due in early { machine.add([.init(delay: max(.zero, due.delay - now), effect: due.effect)], at: now) }
        machine.add(dues, at: now)
        if let asked { machine.open(withLine { $0.open(asked, at: $1) }) }
        let player = ReplyPlayer(self, context.channel, machine)
        let source = ResponseSource(body: sound.body, isEventStream: isStream) { [self] message in
            let isAnswer = message["method"] == nil
            let dues = withLine { $0.send(message, for: asked, under: reactions, at: $1) }
            return (dues, isAnswer)
        }
        if !isStream { try await source.read { player.change($0) } }
        return try await player.respond(
            status: sound.status,
            headers: sound.headers,
            source: isStream ? source : nil
        )
    }

    /// What a message gets that the sound server never sees.
    private func refuse(
        _ message: JSONObject,
        _ dues: [MockLine.Due],
        _ request: Request,
        _ channel: any Channel
    ) async throws -> Response {
        var machine = ReplyMachine(
            source: .none,
            acceptsEventStream: request.acceptsEventStream,
            owesAnswer: true
        )
        machine.add(dues, at: now, isAnswer: true)
        let player = ReplyPlayer(self, channel, machine)
        return try await player.respond(
            status: .ok,
            headers: [.contentType: "application/json"],
            source: nil
        )
    }

    /// Ends the connection without an answer.
    func cut(_ channel: any Channel) async throws -> Response {
        await channel.cut(isReset: false)
        throw CancellationError()
    }

    // MARK: Whole responses

    /// A refusal as it leaves: its addresses are ours, its dates are still to come.
    func response(to refusal: HTTPRefusal) -> Response {
        var headers = HTTPFields()
        for (key, value) in refusal.headers.sorted(by: { $0.key < $1.key }) {
            guard let name = HTTPField.Name(key) else { continue }
            headers[name] = name == .wwwAuthenticate ? Challenge(value).pointing(to: origin ?? "") : value
        }
        switch refusal.pause {
        case .seconds(let seconds): headers[.retryAfter] = "\(seconds)"
        case .date(let seconds):
            headers[.retryAfter] = HTTPDate(seconds: Int64(time(nil)) + Int64(seconds)).text
        case nil: break
        }
        let text = refusal.body.map { $0.text() } ?? refusal.text
        if headers[.contentType] == nil, let text {
            let isMarkup = text.hasPrefix("<")
            headers[.contentType] =
                refusal.body != nil ? "application/json" : isMarkup ? "text/html" : "text/plain; charset=utf-8"
        }
        return Response(
            status: HTTPResponse.Status(code: refusal.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text ?? ""))
        )
    }

    private static let metadataPath = "/.well-known/oauth-protected-resource"

    /// What the resource says of itself; the login that it names is not played here.
    private func metadata(of request: Request) -> Response {
        guard let origin, mock.door?.asksForCredentials == true else { return Response(status: .notFound) }
        let document: JSONValue = [
            "resource": .string(origin + "/mcp"),
            "authorization_servers": [.string(origin)],
            "bearer_methods_supported": ["header"],
        ]
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.utf8()))
        )
    }
}

extension Request {
    /// Whether the client takes an answer as a stream.
    fileprivate var acceptsEventStream: Bool {
        headers[values: .accept].contains { $0.contains("text/event-stream") || $0.contains("*/*") }
    }

    /// The same request with another message, and the fields that mirror it.
    fileprivate func carrying(_ message: JSONObject) -> Request {
        var head = head
        let params = message["params"]?.objectValue ?? [:]
        if let version = params["_meta"]?["io.modelcontextprotocol/protocolVersion"]?.stringValue {
            let method = message["method"]?.stringValue ?? ""
            for field in MirroredHeaders(version: version, method: method, params: params).fields {
                head.headerFields[field.name] = field.value
            }
        }
        head.headerFields[.contentLength] = nil
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: JSONValue.object(message).utf8())))
    }
}
