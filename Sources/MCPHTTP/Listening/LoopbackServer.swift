package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
package import ServiceLifecycle
package import UnixSignals

/// An HTTP server, on 127.0.0.1 unless its settings say otherwise, that may be cancelled at any moment, also while connections come in.
///
/// A plain application may end the whole program then: see `AcceptedConnections`.
package struct LoopbackServer: Service {
    /// Connections that wait in the kernel: a crowd that comes at once is to find room there.
    ///
    /// The kernel has a limit, too.
    private static let backlog = 4_096

    private let accepted: AcceptedConnections
    private let serve: @Sendable () async throws -> Void
    private let logger: Logger

    /// Makes what handles a connection, of what answers its requests.
    typealias ChannelMaker = @Sendable (@escaping HTTPChannelHandler.Responder) throws -> any ServerChildChannel

    /// Nothing is opened before `run`.
    /// - Parameters:
    ///   - responder: answers the requests.
    ///   - port: 0 takes any that is free.
    ///   - services: run as long as the server does.
    ///   - logger: hears of faults of connections.
    ///   - onReady: called once with the port, when requests can come.
    package init<Responder: HTTPResponder>(
        responder: Responder,
        port: Int = 0,
        services: [any Service] = [],
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        self.init(
            responder: responder,
            settings: ListenSettings(port: port),
            services: services,
            logger: logger,
            onReady: onReady
        )
    }

    /// As with a port; the settings say where it listens and what it bears.
    package init<Responder: HTTPResponder>(
        responder: Responder,
        settings: ListenSettings,
        services: [any Service] = [],
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let accepted = AcceptedConnections()
        let limit = settings.connectionLimit.map { MaximumAvailableConnections($0, logger: logger) }
        let makeChannel: ChannelMaker = { responder in
            let channel = HTTP1Channel(
                responder: responder,
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: settings.idleBound.map { TimeAmount($0) },
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: settings.headerLimitInBytes,
                        maxHeaderListSize: settings.headerLimitInBytes
                    )
                )
            )
            let held = HeldHTTP1Channel(base: channel, accepted: accepted)
            guard let tls = settings.tls else { return held }
            return try TLSChannel(held, tlsConfiguration: tls)
        }
        let application = Application(
            responder: responder,
            server: HTTPServerBuilder(makeChannel),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                backlog: Self.backlog,
                availableConnectionsDelegate: limit
            ),
            onServerRunning: { channel in
                // It fails only where the server has ended already.
                try? await ShortagePause.guarding(channel, logger: logger)
                await onReady(channel.localAddress?.port ?? settings.port)
            },
            logger: logger
        )
        self.accepted = accepted
        self.logger = logger
        if let socket = settings.socket {
            let passed = PassedSocketServer(socket, limit: settings.connectionLimit, logger: logger, onReady: onReady)
            serve = { try await passed.run(makeChannel, responder, services: services) }
            return
        }
        serve = {
            // Beside the application and not inside it, where each would be told of a shutdown only after the server has
            // ended: that waits for open streams, which end when their service does.
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.run() }
                for service in services { group.addTask { try await service.run() } }
                try await group.waitForAll()
            }
        }
    }

    /// As with a responder; the router answers the requests.
    package init<Builder: HTTPResponderBuilder>(
        router: Builder,
        port: Int = 0,
        services: [any Service] = [],
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) where Builder.Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        self.init(
            responder: router.buildResponder(),
            port: port,
            services: services,
            logger: logger,
            onReady: onReady
        )
    }

    /// Serves until graceful shutdown, which answers what is in flight, or cancellation, which does not.
    /// - Throws: why the port could not be opened, or what a service throws.
    package func run() async throws {
        let result: Result<Void, any Error>
        do {
            result = .success(try await serve())
        } catch {
            result = .failure(error)
        }
        await accepted.close()
        try result.get()
    }

    /// Serves until one of the signals, which shuts it down gracefully.
    package func run(untilOneOf signals: [UnixSignal]) async throws {
        let group = ServiceGroup(services: [self], gracefulShutdownSignals: signals, logger: logger)
        try await group.run()
    }
}
