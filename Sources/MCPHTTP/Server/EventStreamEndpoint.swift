package import Hummingbird
import HTTPTypes
import MCP
import MCPConnection
import NIOCore
import ServiceLifecycle
import Synchronization

/// An MCP server in the way of 2024-11-05, for clients that know no other: a stream to read and an address to post to.
///
/// `run` has to run while requests come in. Settings about sessions and replay mean nothing here: a connection is the
/// session, and what it missed is lost.
package final class EventStreamEndpoint: Service {
    private struct Connection: Sendable {
        let exchange: Exchange
        let identity: String
    }

    private let settings: MCPEndpointSettings
    private let messages: String
    private let streams: StreamResponder
    private let identify: @Sendable (Request) -> String
    private let connections = Mutex<[String: Connection]>([:])
    private let crew = Crew()

    /// An endpoint whose clients post to the given path.
    package init<C: Clock<Duration>>(
        _ settings: MCPEndpointSettings,
        messagePath: String = "/messages",
        clock: C,
        identify: @escaping @Sendable (Request) -> String = { _ in "" }
    ) {
        self.settings = settings
        self.identify = identify
        messages = messagePath
        streams = StreamResponder(time: Timekeeper(clock), keepAlive: settings.keepAlive)
    }

    /// Serves until graceful shutdown, which ends every connection, or cancellation.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await crew.run()
        } onGracefulShutdown: {
            self.drain()
        }
        drain()
    }

    private func drain() {
        for connection in connections.withLock({ Array($0.values) }) { connection.exchange.end() }
        crew.finish()
    }

    /// A router with the stream at one path and the messages at the other.
    package func router(path: String = "/sse") -> Router<MCPRequestContext> {
        let router = Router(context: MCPRequestContext.self)
        let methods: [HTTPRequest.Method] = [.get, .post, .options, .put, .patch, .delete, .head]
        for method in methods {
            router.on(RouterPath(path), method: method) { request, context in await self.open(request, context) }
            router.on(RouterPath(messages), method: method) { request, _ in await self.take(request) }
        }
        return router
    }

    /// Opens a connection: its stream begins with where to post to.
    package func open(_ request: Request, _ context: MCPRequestContext) async -> Response {
        await settings.gate.answering(request, methods: "GET") {
            request.method == .get ? await opened(request, context) : .methodNotAllowed(allowing: "GET")
        }
    }

    private func opened(_ request: Request, _ context: MCPRequestContext) async -> Response {
        guard connections.withLock({ $0.count < self.settings.sessionLimit }) else {
            return .refusing(.init(.internalError, "too many connections"), status: .serviceUnavailable)
        }
        let (id, identity, settings) = (SessionName.random(), identify(request), self.settings)
        let exchange = Exchange(
            name: 0,
            settings: settings,
            session: ServerSession(configuration: settings.configuration),
            handlers: settings.handlers(.init(identity: identity, session: id))
        )
        connections.withLock { $0[id] = Connection(exchange: exchange, identity: identity) }
        let reader = exchange.log.takeOver()
        let watcher = await DisconnectWatcher.of(context.channel)
        _ = watcher?.onDisconnect { exchange.end() }
        await crew.start {
            await exchange.run()
            self.connections.withLock { $0[id] = nil }
        }
        let endpoint = ServerSentEvent(type: "endpoint", data: Array("\(messages)?session=\(id)".utf8)).encoded()
        return streams.response(from: exchange, after: 0, reader: reader, preamble: endpoint, names: nil) { _ in
            exchange.end()
        }
    }

    /// Takes a message; its answer, where there is one, comes on the stream.
    package func take(_ request: Request) async -> Response {
        await settings.gate.answering(request, methods: "POST") {
            request.method == .post ? await taken(request) : .methodNotAllowed(allowing: "POST")
        }
    }

    private func taken(_ request: Request) async -> Response {
        let connection = request.uri.queryParameters["session"].flatMap { id in
            connections.withLock { $0[String(id)] }
        }
        guard let connection, connection.identity == identify(request) else {
            return .refusing(.invalidRequest("there is no such connection"), status: .notFound)
        }
        let limit = settings.limits.messageBytes
        do {
            let body = try await request.body.collect(upTo: limit)
            let calls = await connection.exchange.take(Array(buffer: body))
            if !calls.isEmpty { await crew.start { await connection.exchange.answer(calls) } }
            return Response(status: .accepted)
        } catch {
            let detail = "the body is longer than \(limit) bytes, or broke off"
            return .refusing(.invalidRequest(detail), status: .contentTooLarge)
        }
    }
}
