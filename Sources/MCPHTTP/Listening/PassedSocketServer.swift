import Dates
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Serves on a socket that somebody else opened, such as a service manager; everything else is as on one of our own.
struct PassedSocketServer {
    private let socket: CInt
    private let limit: Int?
    private let logger: Logger
    private let onReady: @Sendable (_ port: Int) async -> Void

    /// The socket is bound and may listen already; connections that wait in it are served.
    init(_ socket: CInt, limit: Int?, logger: Logger, onReady: @escaping @Sendable (_ port: Int) async -> Void) {
        self.socket = socket
        self.limit = limit
        self.logger = logger
        self.onReady = onReady
    }

    /// Serves until graceful shutdown, which answers what is in flight, or cancellation, which does not.
    func run<Responder: HTTPResponder>(
        _ makeChannel: LoopbackServer.ChannelMaker,
        _ responder: Responder,
        services: [any Service]
    ) async throws where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let logger = logger
        let child = try makeChannel { request, writer, channel in
            let context = Responder.Context(source: .init(channel: channel, logger: logger))
            var response: Response
            do {
                response = try await responder.respond(to: request, context: context)
            } catch let error as HTTPParserError {
                throw error
            } catch {
                logger.debug("a request failed", metadata: ["error": "\(error)"])
                response = Response(status: .internalServerError)
            }
            response.headers[.date] = HTTPDate(seconds: Int64(time(nil))).text
            try await writer.write(response: response.head, body: response.body)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await accept(child) }
            for service in services { group.addTask { try await service.run() } }
            try await group.waitForAll()
        }
    }

    private func accept<Child: ServerChildChannel>(_ child: Child) async throws {
        // The kernel holds back those beyond the limit of connections; without one, those that find no room are closed.
        let room = max(4_096, limit ?? 0)
        let (connections, sink) = AsyncStream.makeStream(of: Child.Value.self, bufferingPolicy: .bufferingOldest(room))
        let open = OpenConnections()
        let (limit, logger) = (limit, logger)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ShortagePause(logger: logger))
                    guard let limit else { return }
                    let handler = AvailableConnectionsChannelHandler(maxConnections: limit)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                child.setup(channel: channel, logger: logger).map { connection in
                    open.add(channel)
                    if case .enqueued = sink.yield(connection) { return }
                    channel.close(promise: nil)
                }
            }
            .withBoundSocket(socket)
            .get()
        listener.closeFuture.whenComplete { _ in sink.finish() }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await onReady(listener.localAddress?.port ?? 0)
                await withDiscardingTaskGroup { group in
                    for await connection in connections {
                        group.addTask { await child.handle(value: connection, logger: logger) }
                    }
                }
                // Graceful or not: nobody accepts any more.
                try? await listener.close()
            } onCancel: {
                listener.close(promise: nil)
            }
        } onGracefulShutdown: {
            listener.close(promise: nil)
            open.quiesce()
        }
    }
}
