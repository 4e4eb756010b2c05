import HTTPTestSupport
import Hummingbird
import JSON
import Logging
import MCP
import MCPConnection
import ServiceLifecycle
import Testing

@testable import MCPHTTP

@Suite("An endpoint that is shut down gracefully", .timeLimit(.minutes(1)))
struct EndpointShutdownTests {
    /// Serves until the body has asked for the end, and waits for it.
    private static func with<Value: Sendable>(
        _ log: CallLog,
        _ body: @escaping @Sendable (HTTPAddress, ServiceGroup) async throws -> Value
    ) async throws -> Value {
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let endpoint = MCPEndpoint(TestService.settings(log: log), clock: ContinuousClock())
        let judges = EndpointJudges()
        let server = LoopbackServer(
            responder: judges.over(endpoint.router().buildResponder()),
            services: [endpoint],
            logger: logger
        ) { sink.yield($0) }
        let services = ServiceGroup(services: [server], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            let value = try await body(try HTTPAddress("http://127.0.0.1:\(port)/mcp"), services)
            try await group.waitForAll()
            judges.report()
            return value
        }
    }

    @Test("answers its subscriptions, which tells their clients that nothing is wrong, and then ends")
    func subscription() async throws {
        let log = CallLog()
        let outcome = try await Self.with(log) { address, services in
            try await HTTPPool.with { pool in
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: EndToEndTests.configuration(.modern),
                    clock: ContinuousClock()
                ) { client, _ in
                    async let ending = client.outcome(
                        of: "subscriptions/listen",
                        params: ["notifications": ["toolsListChanged": true]],
                        options: RequestOptions(timeLimit: .none)
                    )
                    await log.awaits("begun")
                    await services.triggerGracefulShutdown()
                    return await ending
                }
                return try run.run.value
            }
        }
        guard case .result(let result) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(result.value["_meta"]?[MetaKey.subscriptionID] != nil)
        await log.awaits("cancelled")
    }

    @Test("answers calls in flight first")
    func call() async throws {
        let log = CallLog()
        let outcome = try await Self.with(log) { address, services in
            try await HTTPPool.with { pool in
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: EndToEndTests.configuration(.modern),
                    clock: ContinuousClock()
                ) { client, _ in
                    async let waited = client.outcome(of: "tools/call", params: ["name": "wait"])
                    await log.awaits("begun")
                    await services.triggerGracefulShutdown()
                    log.release()
                    return await waited
                }
                return try run.run.value
            }
        }
        guard case .result(let result) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(result.value["content"]?[0]?["text"] == "waited")
    }
}
