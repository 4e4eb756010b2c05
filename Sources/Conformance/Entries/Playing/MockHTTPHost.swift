import MCP

/// A mock behind HTTP that is made for each conversation, and gone after it.
struct MockHTTPHost: ServerHost {
    /// Serves while the body runs; why it could not, nil when it did.
    typealias Serving = @Sendable (_ body: @Sendable (any ServerHost) async -> Void) async -> String?

    private let serve: Serving

    init(serve: @escaping Serving) {
        self.serve = serve
    }

    var silenceMeansLegacy: Bool { false }

    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        await withServer(offering: .all, body)
    }

    func withServer(
        offering offer: RevisionOffer,
        _ body: @Sendable (HostedServer) async -> Void
    ) async -> HostingOutcome {
        let fault = await serve { host in _ = await host.withServer(offering: offer, body) }
        return fault.map { .notStarted($0) } ?? .ran(nil)
    }
}
