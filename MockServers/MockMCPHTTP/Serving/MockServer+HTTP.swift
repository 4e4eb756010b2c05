import Logging
public import MockMCP

extension MockServer {
    /// Serves over Streamable HTTP on a loopback port while the body runs, and gives it the address.
    ///
    /// For tests: any client of any language can be pointed at the address, several at a time.
    /// ```swift
    /// try await MockServer("weather")
    ///     .offering(MockTool("forecast").answering(.text("Sunny.")))
    ///     .failing("http-429=5,method=tools/call")
    ///     .withHTTP { url in try await checkThatMyClientWaits(url) }
    /// ```
    /// - Parameters:
    ///   - port: 0 takes any that is free.
    ///   - clock: counts the delays of tools and faults.
    ///   - body: runs while the mock serves; when the mock ends by itself, nothing answers at the address any more.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws, a `MockFaultError` for a fault that means nothing over HTTP, or why there is no port.
    public func withHTTP<Value: Sendable, C: Clock<Duration>>(
        port: Int = 0,
        clock: C = ContinuousClock(),
        _ body: (_ url: String) async throws -> Value
    ) async throws -> Value {
        let server = try MockHTTPServer(self, clock: clock)
        let (addresses, sink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        var logger = Logger(label: "mock", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let quiet = logger
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { sink.finish() }
                _ = try await server.run(port: port, logger: quiet) { sink.yield($0) }
            }
            defer { group.cancelAll() }
            var iterator = addresses.makeAsyncIterator()
            guard let url = await iterator.next() else {
                // Why there is no port; or the mock ended at its start, and nothing listens where it would have been.
                try await group.waitForAll()
                return try await body("http://127.0.0.1:9/mcp")
            }
            return try await body(url)
        }
    }
}
