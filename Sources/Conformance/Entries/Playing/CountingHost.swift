import MCP

/// A host that tells each start.
struct CountingHost: ServerHost {
    private let inner: any ServerHost
    private let onStart: @Sendable () -> Void

    init(_ inner: any ServerHost, onStart: @escaping @Sendable () -> Void) {
        self.inner = inner
        self.onStart = onStart
    }

    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        onStart()
        return await inner.withServer(body)
    }
}
