import HTTPTypes
package import Hummingbird
package import Logging
package import MCP
import MCPConnection
package import MCPHTTP
import ServiceLifecycle

extension EverythingServer {
    /// What an HTTP endpoint has to know to serve this server; requests from other than loopback hosts are refused.
    package func endpointSettings(_ offer: RevisionOffer = .all) -> MCPEndpointSettings {
        MCPEndpointSettings(
            configuration: Self.configuration(offer),
            handlers: { caller in self.connection(caller: caller.identity).handlers },
            toolHeaders: { name in
                let schema = ToolFixture.all.first { $0.tool.name == name }?.tool.inputSchema
                return schema.flatMap { try? ToolHeaders(inputSchema: $0) }
            }
        )
    }

    /// An application with this server at `/mcp` on loopback.
    ///
    /// Port 0 takes any that is free; `onReady` is called once with the port, when requests can come. Each of the faults
    /// breaks one rule; without any the server is sound.
    package func application<C: Clock<Duration>>(
        settings: MCPEndpointSettings,
        port: Int,
        faults: [any EndpointFault] = [],
        clock: C,
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) -> some ApplicationProtocol {
        let endpoint = MCPEndpoint(settings, clock: clock)
        return Application(
            router: faults.isEmpty ? endpoint.router() : endpoint.router(failing: faults),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            services: [TaskService(server: self), endpoint, SubscriptionCloser(server: self)],
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }
}

extension MCPEndpoint {
    /// The endpoint at `/mcp` behind faults, the first of them outermost.
    fileprivate func router(failing faults: [any EndpointFault]) -> Router<MCPRequestContext> {
        let router = Router(context: MCPRequestContext.self)
        for method in [HTTPRequest.Method.post, .get, .delete] {
            router.on("/mcp", method: method) { request, context in
                try await self.respond(to: request, context: context, behind: faults[...])
            }
        }
        return router
    }

    private func respond(
        to request: Request,
        context: MCPRequestContext,
        behind faults: ArraySlice<any EndpointFault>
    ) async throws -> Response {
        guard let fault = faults.first else {
            return try await respond(to: request, context: context)
        }
        return try await fault.respond(to: request) { request in
            try await respond(to: request, context: context, behind: faults.dropFirst())
        }
    }
}

/// Runs the tasks of the server until the process is to end.
private struct TaskService: Service {
    let server: EverythingServer

    func run() async throws {
        await cancelWhenGracefulShutdown { await server.tasks.run() }
    }
}

/// Ends subscriptions when the process is to end, since nothing else would.
private struct SubscriptionCloser: Service {
    let server: EverythingServer

    func run() async throws {
        // Cancelled means that everything ends at once, subscriptions with it.
        try? await gracefulShutdown()
        server.finish()
    }
}
