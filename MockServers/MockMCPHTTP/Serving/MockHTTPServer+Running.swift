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
        let server = LoopbackServer(
            responder: CallbackResponder { (request: Request, context: MCPRequestContext) in
                do {
                    return try await self.respond(to: request, context: context)
                } catch  where self.ending.isFired {
                    // Whoever asked sees the end of the connection, as where a process is gone.
                    return try await self.cut(context.channel)
                }
            },
            port: port,
            services: [endpoint],
            logger: logger
        ) { port in
            self.opened(on: port)
            await onReady(self.url ?? "")
        }
        // Each says whether it is over when it returns.
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await server.run()
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
