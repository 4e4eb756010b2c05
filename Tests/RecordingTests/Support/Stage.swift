import Fixtures
import Hummingbird
import JSON
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import Recording
import TestSupport
import Testing

/// Servers on loopback and in child processes, as the tests of recording need them.
enum Stage {
    static var logger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    static func configuration(_ offer: RevisionOffer) -> ClientConfiguration {
        ClientConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: StandInUser.capabilities,
            offer: offer,
            bounds: .patient
        )
    }

    /// Runs an application on a free port while the body uses it.
    static func with<Value: Sendable>(
        _ make: (_ onReady: @escaping @Sendable (Int) async -> Void) -> LoopbackServer,
        _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, ready) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingOldest(1))
        let application = make { ready.yield($0) }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await body(port) }
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw NothingCame()
        }
    }

    /// The server with everything, over HTTP.
    static func withEverything<Value: Sendable>(
        _ offer: RevisionOffer,
        _ body: @escaping @Sendable (_ address: String) async throws -> Value
    ) async throws -> Value {
        let server = EverythingServer(seal: RequestStateSeal(now: { .zero }))
        return try await with { onReady in
            server.application(
                settings: server.endpointSettings(offer),
                port: 0,
                clock: ContinuousClock(),
                logger: logger,
                onReady: onReady
            )
        } _: { port in
            try await body("http://127.0.0.1:\(port)/mcp")
        }
    }

    static func withReplay<Value: Sendable>(
        _ fixture: Fixture,
        _ body: @escaping @Sendable (_ address: String) async throws -> Value
    ) async throws -> Value {
        let endpoint = ReplayEndpoint(fixture, clock: ContinuousClock())
        return try await with { onReady in
            endpoint.application(port: 0, logger: logger, onReady: onReady)
        } _: { port in
            try await body("http://127.0.0.1:\(port)/mcp")
        }
    }

    static func server(_ product: String, _ arguments: [String]) throws -> StdioServer {
        guard let path = BuiltProduct.path(of: product) else { throw NothingCame() }
        return StdioServer(executable: path, arguments: arguments, environment: ["PATH": "/usr/bin:/bin"])
    }

    /// What was recorded, every message of which must match its schema: both sides are ours.
    static func judged(_ text: String) throws -> Fixture {
        let fixture = try Fixture(parsing: text)
        let judge = WireJudge()
        for entry in fixture.entries {
            switch entry.from {
            case .client: judge.see(entry.message.utf8(), .clientToServer)
            case .server: judge.see(entry.message.utf8(), .serverToClient)
            default: continue
            }
        }
        judge.report()
        #expect(judge.count > 10)
        return fixture
    }

    struct NothingCame: Error {}
}
