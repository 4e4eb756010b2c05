import Glibc
import HTTPTestSupport
import HTTPTypes
import Hummingbird
import JSON
import Logging
import MCP
import MCPAuthorization
import MCPConnection
import MCPHTTP
import MockEverything
import MockVendors
import TestSupport
import Testing

/// An MCP server behind a gate and two authorization servers on loopback, and the player of scenarios as their client.
struct AuthStage: Sendable {
    let server: HTTPAddress
    /// Where the server sends its clients.
    let vendor: OAuthVendorServer
    /// Another authorization server, or the identity provider.
    let other: OAuthVendorServer

    /// How a play went.
    struct Outcome: Sendable {
        let wire: AuthWire
        let stage: AuthStage
        /// Nil when the client came to the end of its use of the server.
        let error: (any Error)?
    }

    private static let logger: Logger = {
        var logger = Logger(label: "stage")
        logger.logLevel = .critical
        return logger
    }()

    private static let now: @Sendable () -> Int64 = { Int64(Glibc.time(nil)) }

    /// Plays a scenario in a revision with a client, which is sound unless it is tampered with.
    static func play(
        _ scenario: AuthScenario,
        _ version: String,
        _ tampering: Tampering = Tampering()
    ) async throws -> Outcome {
        try await OAuthVendorServer.with(scenario.script, now: now, logger: logger) { vendor in
            try await OAuthVendorServer.with(scenario.otherScript, now: now, logger: logger) { other in
                try await play(scenario, version, tampering, vendor, other)
            }
        }
    }

    private static func play(
        _ scenario: AuthScenario,
        _ version: String,
        _ tampering: Tampering,
        _ vendor: OAuthVendorServer,
        _ other: OAuthVendorServer
    ) async throws -> Outcome {
        var gate = scenario.gate
        gate.issuers = [vendor.issuer]
        let middleware = ResourceMiddleware<MCPRequestContext>(gate, now: now) { vendor.token($0) ?? other.token($0) }
        let endpoint = MCPEndpoint(settings, clock: ContinuousClock())
        let router = Router(context: MCPRequestContext.self)
        router.add(middleware: middleware)
        for method in [HTTPRequest.Method.post, .get, .delete] {
            router.on("/mcp", method: method) { try await endpoint.respond(to: $0, context: $1) }
        }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await endpoint.run() }
            let judges = EndpointJudges()
            defer { judges.report() }
            let outcome = try await withLoopback(judges.over(router.buildResponder()), logger: logger) { port in
                let origin = HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port)
                let address = HTTPAddress(origin: origin, path: "/mcp")
                let stage = AuthStage(server: address, vendor: vendor, other: other)
                return try await stage.play(scenario, version, tampering) {
                    guard scenario.migrates else { return }
                    middleware.change { $0.issuers = [other.issuer] }
                    vendor.endAccessTokens()
                }
            }
            group.cancelAll()
            return outcome
        }
    }

    private func play(
        _ scenario: AuthScenario,
        _ version: String,
        _ tampering: Tampering,
        _ succeeded: @escaping @Sendable () -> Void
    ) async throws -> Outcome {
        try await HTTPPool.with { pool in
            let wire = AuthWire()
            let judge = WireJudge([.clientToServer])
            defer { judge.report() }
            let exchanger = TamperedExchanger(
                pool: pool,
                wire: wire,
                tampering: tampering,
                judge: judge,
                succeeded: succeeded
            )
            let authorization = ScenarioAuthorization(
                exchanger: exchanger,
                clock: ContinuousClock(),
                now: Self.now
            )
            let context = try await scenario.context(self)
            do {
                let player = try ScenarioPlayer(
                    address: server,
                    version: version,
                    context: context.text(),
                    authorizing: authorization.authorizer
                )
                try await player.play(scenario.id, exchanger: exchanger, clock: ContinuousClock())
                return Outcome(wire: wire, stage: self, error: nil)
            } catch {
                return Outcome(wire: wire, stage: self, error: error)
            }
        }
    }

    private static let settings = MCPEndpointSettings(
        configuration: MCP.ServerConfiguration(
            info: Implementation(name: "protected", version: "1"),
            capabilities: ServerCapabilities(["tools": [:]]),
            methods: ["tools/list", "tools/call"]
        ),
        handlers: { _ in
            ServerHandlers { call throws(ErrorObject) in
                switch call.context.method {
                case "tools/list": ["tools": [["name": "test-tool", "inputSchema": ["type": "object"]]]]
                case "tools/call": ["content": [["type": "text", "text": "test"]]]
                default: throw .methodNotFound(call.context.method)
                }
            }
        }
    )
}
