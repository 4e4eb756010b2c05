import HTTPTestSupport
import HTTPTypes
import Hummingbird
import JSON
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockVendors
import Synchronization
import TestSupport
import Testing

@testable import MCPAuthorization

/// An MCP server behind a gate, an authorization server, and a client with a browser: all on loopback.
struct Stage: Sendable {
    let pool: HTTPPool
    let server: HTTPAddress
    let vendor: OAuthVendorServer
    let gate: ResourceMiddleware<MCPRequestContext>
    let store = MemoryGrantStore()
    let time: TestTime
    let clock = PauseClock()
    let logins = LoginCount()

    static let logger: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    static func with<Value>(
        _ script: OAuthScript = OAuthScript(),
        gate: ResourceGate = ResourceGate(),
        time: TestTime = TestTime(),
        _ body: (Stage) async throws -> Value
    ) async throws -> Value {
        try await OAuthVendorServer.with(script, now: time.now, logger: logger) { vendor in
            var gate = gate
            if gate.issuers.isEmpty { gate.issuers = [vendor.issuer] }
            let middleware = ResourceMiddleware<MCPRequestContext>(gate, now: time.now) { vendor.token($0) }
            let endpoint = MCPEndpoint(settings, clock: ContinuousClock())
            let router = Router(context: MCPRequestContext.self)
            router.add(middleware: middleware)
            router.post("/mcp") { try await endpoint.respond(to: $0, context: $1) }
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await endpoint.run() }
                let judges = EndpointJudges()
                defer { judges.report() }
                let value = try await withLoopback(judges.over(router.buildResponder()), logger: logger) { port in
                    let origin = HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port)
                    let address = HTTPAddress(origin: origin, path: "/mcp")
                    return try await HTTPPool.with { pool in
                        try await body(
                            Stage(pool: pool, server: address, vendor: vendor, gate: middleware, time: time)
                        )
                    }
                }
                group.cancelAll()
                return value
            }
        }
    }

    /// What a client asks the authorizer for.
    var call: HTTPCall { HTTPCall(.post, server) }

    /// A user whose browser follows every redirect, back to our own port.
    var browser: LoopbackBrowser {
        LoopbackBrowser(logger: Self.logger) { [pool, logins] request in
            logins.add()
            var next: HTTPAddress? = request.address
            while let address = next {
                next = nil
                guard let reply = try? await pool.exchange(HTTPCall(.get, address)) else { return }
                _ = try? await reply.body.reduce(into: 0) { $0 += $1.count }
                if (300..<400).contains(reply.status) {
                    next = reply.fields[.location].flatMap { try? address.resolving($0) }
                }
            }
        }
    }

    func authorizer(
        _ profile: ClientProfile = ClientProfile(name: "OpenWork"),
        browser: (any LoginBrowser)?,
        store: (any GrantStore)? = nil
    ) -> OAuthAuthorizer {
        OAuthAuthorizer(
            AuthorizerSettings(server: server, profile: profile),
            world: AuthorizerWorld(
                exchanger: pool,
                store: store ?? self.store,
                browser: browser,
                clock: clock,
                now: time.now
            )
        )
    }

    /// Connects and lists the tools; the names, or the HTTP fault.
    func listTools(_ authorizer: OAuthAuthorizer, _ body: (Client) async throws -> Void = { _ in }) async throws
        -> [String]
    {
        let run = await withJudgedHTTPClient(
            HTTPClientSettings(address: server, authorizer: authorizer),
            exchanger: pool,
            configuration: ClientConfiguration(
                info: Implementation(name: "test", version: "1"),
                capabilities: .none,
                offer: .modern,
                bounds: .patient
            ),
            clock: ContinuousClock()
        ) { client, _ in
            let names = try await client.listTools().map(\.name)
            try await body(client)
            return names
        }
        return try run.run.value
    }

    private static let settings = MCPEndpointSettings(
        configuration: MCP.ServerConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: ServerCapabilities(["tools": [:]]),
            offer: .all,
            methods: ["tools/list", "tools/call"],
            caching: .none
        ),
        handlers: { _ in
            ServerHandlers { call throws(ErrorObject) in
                switch call.context.method {
                case "tools/list": ["tools": [["name": "echo", "inputSchema": ["type": "object"]]]]
                case "tools/call": ["content": [["type": "text", "text": "done"]]]
                default: throw .methodNotFound(call.context.method)
                }
            }
        }
    )
}

/// How often a user was asked.
final class LoginCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock(\.self) }

    func add() { count.withLock { $0 += 1 } }
}
