import HTTPTypes
package import Hummingbird
package import Logging
package import MCP
import MCPConnection
package import MCPHTTP
import ServiceLifecycle

/// Answers the requests to an endpoint.
package typealias EndpointResponder = CallbackResponder<MCPRequestContext>

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

    /// A server for HTTP with this one at `/mcp` on loopback.
    ///
    /// Port 0 takes any that is free; `onReady` is called once with the port, when requests can come. Each of the faults
    /// breaks one rule; without any the server is sound. Somebody may stand between the sound server and the faults.
    package func application<C: Clock<Duration>>(
        settings: MCPEndpointSettings,
        port: Int,
        faults: [any EndpointFault] = [],
        overheard: (@Sendable (EndpointResponder) -> EndpointResponder)? = nil,
        clock: C,
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) -> LoopbackServer {
        let endpoint = MCPEndpoint(settings, clock: clock)
        let sound = EndpointResponder { try await endpoint.respond(to: $0, context: $1) }
        return LoopbackServer(
            router: Self.router(overheard?(sound) ?? sound, failing: faults),
            port: port,
            services: [TaskService(server: self), endpoint],
            logger: logger,
            onReady: onReady
        )
    }
}

extension EverythingServer {
    /// The sound server at `/mcp` behind faults, the first of them outermost.
    private static func router(
        _ sound: EndpointResponder,
        failing faults: [any EndpointFault]
    ) -> Router<MCPRequestContext> {
        let router = Router(context: MCPRequestContext.self)
        for method in [HTTPRequest.Method.post, .get, .delete, .put, .patch, .options, .head] {
            router.on("/mcp", method: method) { request, context in
                try await Self.respond(to: request, context: context, sound, behind: faults[...])
            }
        }
        return router
    }

    private static func respond(
        to request: Request,
        context: MCPRequestContext,
        _ sound: EndpointResponder,
        behind faults: ArraySlice<any EndpointFault>
    ) async throws -> Response {
        guard let fault = faults.first else { return try await sound.respond(to: request, context: context) }
        return try await fault.respond(to: request) { request in
            try await respond(to: request, context: context, sound, behind: faults.dropFirst())
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
