package import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// Serves a router on a port of 127.0.0.1 while the body runs; port 0 takes any that is free.
/// - Throws: what the body throws, or why no port could be opened.
package func withLoopback<Context: InitializableFromSource<ApplicationRequestContextSource> & RequestContext, Value>(
    _ router: Router<Context>,
    port: Int = 0,
    logger: Logger,
    _ body: (_ port: Int) async throws -> Value
) async throws -> Value {
    let (ports, sink) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let application = Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
        onServerRunning: { sink.yield($0.localAddress?.port ?? 0) },
        logger: logger
    )
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { sink.finish() }
            try await application.run()
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
