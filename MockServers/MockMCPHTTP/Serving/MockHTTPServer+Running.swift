import HTTPTypes
import Hummingbird
package import Logging
import MCPConnection
import MCPHTTP
package import MockMCP
import NIOCore
import ServiceLifecycle

extension MockHTTPServer {
    /// Serves on a port of 127.0.0.1 until the mock ends by itself or the task is cancelled; 0 takes any that is free.
    ///
    /// `onReady` is called once with the address, when requests can come.
    /// - Returns: how the mock ended; nil when it was cancelled.
    /// - Throws: why the port cannot be opened.
    package func run(
        port: Int = 0,
        logger: Logger,
        onReady: @escaping @Sendable (_ url: String) async -> Void = { _ in }
    ) async throws -> MockExit? {
        start()
        if let exit { return exit }
        let application = Application(
            responder: CallbackResponder { (request: Request, context: MCPRequestContext) in
                try await self.respond(to: request, context: context)
            },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            services: [endpoint],
            onServerRunning: { channel in
                self.opened(on: channel.localAddress?.port ?? port)
                await onReady(self.url ?? "")
            },
            logger: logger
        )
        // Each says whether it is over when it returns.
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await application.run()
                } catch is CancellationError {
                    // It was told to end.
                }
                return true
            }
            group.addTask {
                _ = await self.ending.wait()
                return true
            }
            group.addTask {
                await self.service.run()
                return false
            }
            group.addTask {
                await self.endLater()
                return false
            }
            while try await group.next() == false {}
            service.feed.finish()
            group.cancelAll()
        }
        return exit
    }
}
