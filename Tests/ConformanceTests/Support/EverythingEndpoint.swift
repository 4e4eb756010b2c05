import HTTPTestSupport
import Logging
import MCP
import MCPHTTP
import MockEverything
import ServiceLifecycle
import Testing

/// The server with everything, on a free port of loopback for as long as a test needs it.
enum EverythingEndpoint {
    static func with<Value: Sendable>(
        _ offer: RevisionOffer = .all,
        failing faults: [any EndpointFault] = [],
        _ body: @escaping @Sendable (HTTPAddress) async throws -> Value
    ) async throws -> Value {
        let server = EverythingServer(seal: RequestStateSeal(now: { .zero }))
        let judges = EndpointJudges()
        defer { judges.report() }
        let (ports, port) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let application = server.application(
            settings: server.endpointSettings(offer),
            port: 0,
            faults: faults,
            overheard: { judges.over($0) },
            clock: ContinuousClock(),
            logger: Logger(label: "everything", factory: { _ in SwiftLogNoOpLogHandler() }),
            onReady: { number in
                port.yield(number)
                port.finish()
            }
        )
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                var numbers = ports.makeAsyncIterator()
                let number = await numbers.next() ?? 0
                return try await body(try HTTPAddress("http://127.0.0.1:\(number)/mcp"))
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value {
                    return value
                }
            }
            throw CancellationError()
        }
    }
}
