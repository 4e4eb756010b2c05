import HTTPTypes
package import Hummingbird
import JSON
import MCP
import MCPConnection
import NIOCore
import ServiceLifecycle

/// An MCP server at one path, for clients of both eras; `run` has to run while requests come in.
package final class MCPEndpoint: Service {
    let settings: MCPEndpointSettings
    let time: Timekeeper
    let sessions: HTTPSessionTable
    let streams: StreamResponder
    let impatience: Impatience
    let crew = Crew()
    let isDraining = OneShot<Void>()

    /// A session outlasts its bound by this part of it, at most.
    private static let looksPerIdleBound = 8

    private let identify: @Sendable (Request) -> String

    /// An endpoint that serves nothing before `run`.
    ///
    /// The clock counts keep-alive and patience. `identify` says who sent a request, as far as authentication tells; a
    /// session is served to its opener only.
    package init<C: Clock<Duration>>(
        _ settings: MCPEndpointSettings,
        clock: C,
        identify: @escaping @Sendable (Request) -> String = { _ in "" }
    ) {
        self.settings = settings
        self.identify = identify
        time = Timekeeper(clock)
        streams = StreamResponder(time: time, keepAlive: settings.keepAlive)
        impatience = Impatience(time: time, patience: settings.patience)
        sessions = HTTPSessionTable(limit: settings.sessionLimit, idleBound: settings.sessionIdleBound)
    }

    /// Legacy sessions that are open.
    package var sessionCount: Int { sessions.count }

    /// Serves until graceful shutdown, which ends legacy sessions and takes no more requests, or cancellation.
    ///
    /// Modern calls in flight are answered first. Subscriptions are answered at once, which says that they end in order.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.impatience.run() }
                group.addTask { _ = await self.isDraining.unlessFired { await self.expireSessions() } }
                await crew.run()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            self.drain()
        }
        drain()
    }

    /// Ends sessions whose clients are gone without a word, also where nobody opens another.
    private func expireSessions() async {
        while await time.wait(settings.sessionIdleBound / Self.looksPerIdleBound) {
            for session in sessions.takeExpired(now: time.elapsed) { session.end() }
        }
    }

    private func drain() {
        isDraining.fire()
        for session in sessions.removeAll() { session.end() }
        crew.finish()
    }

    /// Answers one request.
    package func respond(to request: Request, context: MCPRequestContext) async throws -> Response {
        await respond(to: request, channel: context.channel)
    }

    private func respond(to request: Request, channel: any Channel) async -> Response {
        await settings.gate.answering(request, methods: methods) { await answer(request, channel) }
    }

    private var servesLegacy: Bool { settings.configuration.offer.preferred(in: .legacy) != nil }

    private var methods: String { servesLegacy ? "GET, POST, DELETE" : "POST" }

    private func answer(_ request: Request, _ channel: any Channel) async -> Response {
        guard !isDraining.isFired else {
            return .refusing(.init(.internalError, "the server is shutting down"), status: .serviceUnavailable)
        }
        switch request.method {
        case .post:
            return await post(request, channel)
        case .get where servesLegacy:
            return await listen(request, identify(request), channel)
        case .delete where servesLegacy:
            return endSession(request, identify(request))
        default:
            return .methodNotAllowed(allowing: methods)
        }
    }

    private func post(_ request: Request, _ channel: any Channel) async -> Response {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type == "application/json" else {
            let detail = "the content type is \(type ?? "missing"), not application/json"
            return .refusing(.invalidRequest(detail), status: .unsupportedMediaType)
        }
        let accepted = Accepted(request.headers)
        guard accepted.json || accepted.eventStream else {
            let detail = "accept application/json and text/event-stream"
            return .refusing(.invalidRequest(detail), status: .notAcceptable)
        }
        let limit = settings.limits.messageBytes
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            return .refusing(.invalidRequest("the body is longer than \(limit) bytes"), status: .contentTooLarge)
        } catch {
            // The client went away while it sent; nobody reads this.
            return .refusing(.invalidRequest("the body broke off"), status: .badRequest)
        }
        switch PostedBody(body, fields: request.headers, configuration: settings.configuration) {
        case .modern(let message):
            return await respondModern(message, request.headers, accepted, identify(request), channel)
        case .initialize(let message):
            return await openSession(message, accepted, identify(request), channel)
        case .legacy(let incoming):
            return await respondLegacy(incoming, body, request, accepted, identify(request), channel)
        case .strayNotification:
            return Response(status: .accepted)
        case .malformed(let error):
            let answer = ServerRules.answer(toMalformed: error) ?? .invalidRequest("\(error)")
            return .refusing(answer, id: error.id, status: .badRequest)
        case .refused(let error, let id):
            return .refusing(error, id: id, status: .badRequest)
        }
    }
}
