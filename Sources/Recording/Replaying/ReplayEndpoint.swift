package import Fixtures
import HTTPTypes
import Hummingbird
package import Logging
package import MCPHTTP
import NIOCore
import ServiceLifecycle
import Synchronization

/// Serves a fixture over Streamable HTTP on loopback, at whatever path it is asked for.
///
/// Each legacy session is a replay of its own; clients of the modern era share one.
package final class ReplayEndpoint: Service {
    private let fixture: Fixture
    private let patience: Duration
    private let elapsed: @Sendable () -> Duration
    private let wait: @Sendable (Duration) async throws -> Void
    private let gate = RequestGuard()
    private let sessions = Mutex<[String: ReplaySession]>([:])
    private let shared: ReplaySession

    /// An endpoint that goes on after a client's silence only while `run` runs.
    /// - Parameters:
    ///   - fixture: what is served.
    ///   - patience: how long a client may take to answer what the server asks.
    ///   - clock: counts the patience.
    package init<C: Clock<Duration>>(_ fixture: Fixture, patience: Duration = .seconds(10), clock: C) {
        let start = clock.now
        self.fixture = fixture
        self.patience = patience
        elapsed = { start.duration(to: clock.now) }
        wait = { try await clock.sleep(for: $0) }
        shared = ReplaySession(fixture, patience: patience, elapsed: elapsed)
    }

    /// Looks after clients that do not answer, until graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            // Cancelled means that nobody is served any more.
            while (try? await self.wait(.milliseconds(200))) != nil {
                self.shared.tick()
                for session in self.sessions.withLock({ Array($0.values) }) { session.tick() }
            }
        }
        for session in sessions.withLock({ Array($0.values) }) + [shared] { session.end() }
    }

    /// A server with this endpoint; port 0 takes any that is free.
    package func application(
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) -> LoopbackServer {
        LoopbackServer(
            responder: CallbackResponder { (request: Request, _: MCPRequestContext) in
                try await self.respond(to: request)
            },
            port: port,
            services: [self],
            logger: logger,
            onReady: onReady
        )
    }

    private func respond(to request: Request) async throws -> Response {
        guard gate.refusal(authority: request.head.authority, fields: request.headers) == nil else {
            return Response(status: .forbidden)
        }
        // What the recorded server would have offered for logging in is not part of a fixture.
        guard !request.uri.path.hasPrefix("/.well-known/") else { return Response(status: .notFound) }
        let name = request.headers[MCPField.sessionID]
        let known = name.map { name in sessions.withLock { $0[name] } }
        guard let session = known ?? shared else { return Response(status: .notFound) }
        switch request.method {
        case .post:
            let body = Array(buffer: try await request.body.collect(upTo: 16 << 20))
            return await post(body, in: session)
        case .get where name != nil:
            return Self.events(session.listen(), first: nil)
        case .delete where name != nil:
            _ = name.map { name in sessions.withLock { $0.removeValue(forKey: name) } }
            session.end()
            return Response(status: .ok)
        default:
            return Response(status: .methodNotAllowed, headers: [.allow: "POST"])
        }
    }

    private func post(_ body: [UInt8], in session: ReplaySession) async -> Response {
        var session = session
        var name: String?
        if session === shared, ReplaySessionName.isOpened(by: body) {
            session = ReplaySession(fixture, patience: patience, elapsed: elapsed)
            name = sessions.withLock { sessions in
                let name = ReplaySessionName.next(after: sessions.count)
                sessions[name] = session
                return name
            }
        }
        let (turns, stream) = session.receive(body)
        guard let stream else { return Response(status: .accepted) }
        var items = stream.makeAsyncIterator()
        var response: Response
        switch await items.next() {
        case .refusal(let status, let fields, let text)?:
            response = Self.refusal(status, fields, text)
        case .message(let message)? where turns.count == 1 && !turns[0].isStreamed:
            response = Self.json(message, status: turns[0].status)
        case let first?:
            response = Self.events(stream, first: first)
        case nil:
            // The recorded server ended instead of answering.
            response = Response(status: .badGateway)
        }
        if let name { response.headers[MCPField.sessionID] = name }
        return response
    }

    private static func json(_ message: [UInt8], status: Int) -> Response {
        Response(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: message))
        )
    }

    private static func refusal(_ status: Int, _ fields: [(String, String)], _ text: String) -> Response {
        var headers = HTTPFields()
        for (key, value) in fields {
            // Placeholders hold characters that are fine in a field; what is not a field is left out.
            if let name = HTTPField.Name(key) { headers.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    private static func events(_ stream: ReplaySession.Stream, first: ReplaySession.Item?) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-cache, no-transform"],
            body: ResponseBody { writer in
                // So that the client sees at once that the stream is open.
                try await writer.write(ByteBuffer(bytes: ServerSentEvent.keepAlive))
                if case .message(let message)? = first {
                    try await writer.write(ByteBuffer(bytes: ServerSentEvent(data: message).encoded()))
                }
                for await case .message(let message) in stream {
                    try await writer.write(ByteBuffer(bytes: ServerSentEvent(data: message).encoded()))
                }
                try await writer.finish(nil)
            }
        )
    }
}
