package import Hummingbird
package import Logging
import MCPHTTP

/// Serves a router on a port of 127.0.0.1 while the body runs; 0 takes any that is free.
/// - Throws: what the body throws, or why no port could be opened.
package func withLoopback<Context: InitializableFromSource<ApplicationRequestContextSource> & RequestContext, Value>(
    _ router: Router<Context>,
    port: Int = 0,
    logger: Logger,
    _ body: (_ port: Int) async throws -> Value
) async throws -> Value {
    try await withLoopback(router.buildResponder(), port: port, logger: logger, body)
}

/// As with a router; the responder answers the requests.
package func withLoopback<Responder: HTTPResponder, Value>(
    _ responder: Responder,
    port: Int = 0,
    logger: Logger,
    _ body: (_ port: Int) async throws -> Value
) async throws -> Value where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let (ports, sink) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let server = LoopbackServer(responder: responder, port: port, logger: logger) { sink.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { sink.finish() }
            try await server.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            try await group.waitForAll()
            throw CancellationError()
        }
        let value = try await body(port)
        group.cancelAll()
        return value
    }
}
