import DaemonAPI
import Glibc
package import Logging
package import MCPConnection
package import MCPHTTP
import ServiceLifecycle
package import UnixSignals

/// The daemon on its port: answers requests until it is shut down, reads everything again on SIGHUP, and keeps the service
/// manager informed.
package struct DaemonServer {
    private let responder: DaemonResponder
    private let service: any DaemonService
    private let settings: ListenSettings
    private let sockets: [CInt]
    private let notifier: ServiceNotifier
    private let time: Timekeeper
    private let logger: Logger
    private let onReady: @Sendable (_ port: Int) async -> Void

    /// Nothing is opened before `run`.
    /// - Parameters:
    ///   - service: does what is asked.
    ///   - doorkeeper: who may call.
    ///   - settings: where to listen; what is borne from connections comes from the bounds.
    ///   - sockets: those that listen already, in the place of the address in the settings.
    ///   - bounds: what is borne from callers.
    ///   - notifier: the service manager.
    ///   - time: measures and bounds.
    ///   - logger: for the daemon's own log.
    ///   - onReady: called once, with the port.
    package init(
        _ service: any DaemonService,
        doorkeeper: Doorkeeper,
        settings: ListenSettings,
        sockets: [CInt] = [],
        bounds: ServingBounds = ServingBounds(),
        notifier: ServiceNotifier = ServiceNotifier(environment: [:]),
        time: Timekeeper,
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) {
        self.service = service
        var settings = settings
        settings.idleBound = bounds.idleBound
        settings.connectionLimit = bounds.connectionLimit
        settings.headerLimitInBytes = bounds.headerLimitInBytes
        self.settings = settings
        self.sockets = sockets
        self.notifier = notifier
        self.time = time
        self.logger = logger
        self.onReady = onReady
        responder = DaemonResponder(service, doorkeeper: doorkeeper, bounds: bounds, time: time, logger: logger)
    }

    /// Serves until one of the signals, which answers what is in flight and ends event streams, or until cancellation.
    /// - Throws: why the port could not be opened.
    package func run(untilOneOf signals: [UnixSignal]) async throws {
        let duty = Duty { try await serve() }
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: duty)],
            gracefulShutdownSignals: signals,
            logger: logger
        )
        // A caller that reads nothing of its answer must not keep the daemon from its end.
        configuration.maximumGracefulShutdownDuration = Self.shutdownBound
        try await ServiceGroup(configuration: configuration).run()
    }

    private static let shutdownBound = Duration.seconds(20)

    private struct Duty: Service {
        let body: @Sendable () async throws -> Void

        func run() async throws { try await body() }
    }

    private func serve() async throws {
        let service = service
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await listen() }
                group.addTask {
                    await service.serveEndpoints()
                    await Self.untilCancelled()
                }
                group.addTask { await self.reloadOnSignal() }
                group.addTask { await self.keepWatchdogQuiet() }
                // The others have no end of their own.
                defer { group.cancelAll() }
                try await group.next()
            }
        } onGracefulShutdown: {
            notifier.send(.stopping)
        }
    }

    /// On the address that is wanted, and for 127.0.0.1 on ::1 as well: `localhost` means either, and programs differ in
    /// which of the two they take.
    private func listen() async throws {
        guard sockets.isEmpty else { return try await listenOnSockets() }
        let opened = OneShot<Int>()
        let server = LoopbackServer(responder: responder, settings: settings, logger: logger) { port in
            guard settings.host == "127.0.0.1" else { return await announce(port) }
            opened.fulfil(port)
        }
        guard settings.host == "127.0.0.1" else { return try await server.run() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { opened.fulfil(0) }
                try await server.run()
            }
            group.addTask {
                guard let port = await opened.wait(), port > 0 else { return }
                await listenBeside(port)
            }
            try await group.waitForAll()
        }
    }

    /// On those that were passed, whatever they are bound to.
    private func listenOnSockets() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, socket) in sockets.enumerated() {
                var settings = settings
                settings.socket = socket
                let server = LoopbackServer(responder: responder, settings: settings, logger: logger) { port in
                    if place == 0 { await announce(port) }
                }
                group.addTask { try await server.run() }
            }
            try await group.waitForAll()
        }
    }

    private func listenBeside(_ port: Int) async {
        var beside = settings
        (beside.host, beside.port) = ("::1", port)
        let isAnnounced = OneShot<Void>()
        let server = LoopbackServer(responder: responder, settings: beside, logger: logger) { _ in
            isAnnounced.fulfil(())
            await announce(port)
        }
        do {
            try await server.run()
        } catch {
            // A machine without IPv6, or another program there: what was wanted answers all the same.
            logger.info("nothing listens on [::1]:\(port): \(error)")
            if !isAnnounced.isFired { await announce(port) }
        }
    }

    private func announce(_ port: Int) async {
        notifier.send(.ready("listening on port \(port)"))
        await onReady(port)
    }

    private func reloadOnSignal() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            notifier.send(.reloading(microseconds: Self.monotonicMicroseconds))
            do {
                try await service.reload()
                logger.info("configuration and registry were read again")
            } catch {
                logger.error("reading again failed, and what was read before holds", metadata: ["error": "\(error)"])
            }
            notifier.send(.ready("read again"))
        }
        await Self.untilCancelled()
    }

    private func keepWatchdogQuiet() async {
        if let bound = notifier.watchdog {
            while await time.wait(bound / 3) {
                if await service.readiness().isReady { notifier.send(.alive) }
            }
        }
        await Self.untilCancelled()
    }

    /// The end of a duty is not the end of the daemon.
    private static func untilCancelled() async {
        for await _ in AsyncStream<Never>(bufferingPolicy: .bufferingNewest(1), { _ in }) {}
    }

    private static var monotonicMicroseconds: UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
    }
}
