import Gateway
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import TestSupport
import Testing

/// A role's endpoint whose only integration is the server with everything, in memory: what is lost in the middle shows.
struct GatewayInFront: Sendable {
    /// Set where a scenario is played to a gateway: the revision that is spoken behind it.
    @TaskLocal static var upstream: ProtocolRevision?

    private let server: EverythingServer
    private let revision: ProtocolRevision
    private let upstreams = SessionUpstreams(clock: ContinuousClock())
    private let gateway: RoleGateway

    init(of server: EverythingServer, speaking revision: ProtocolRevision) {
        self.server = server
        self.revision = revision
        gateway = RoleGateway(role: "engineering", upstreams: upstreams, clock: ContinuousClock())
    }

    /// The gateway's own, but for two things that a gateway cannot know and scenarios look at: name and caching hints.
    func endpointSettings(_ offer: RevisionOffer) -> MCPEndpointSettings {
        var settings = gateway.endpointSettings(offer)
        let own = EverythingServer.configuration(offer)
        settings.configuration.info = own.info
        settings.configuration.caching = own.caching
        return settings
    }

    func isReady() async {
        let catalogues = gateway.catalogues()
        guard gateway.catalogue.tools.isEmpty else { return }
        for await catalogue in catalogues where !catalogue.tools.isEmpty { return }
    }

    func run() async {
        let session = upstreams.session(of: "everything")
        // What clients send on purpose to see it refused is passed on as it is, so only answers are judged here.
        let judge = WireJudge([.serverToClient], in: revision)
        defer { judge.report() }
        let (near, far) = judge.pair()
        let configuration = ClientConfiguration(
            info: Implementation(name: "openwork", version: "1"),
            capabilities: UpstreamSession.capabilities,
            offer: .only(revision),
            bounds: .patient
        )
        await withTaskGroup { group in
            group.addTask { await gateway.run() }
            group.addTask { _ = await server.serve(.only(revision), over: far) }
            group.addTask {
                _ = await withClient(
                    over: near,
                    configuration: configuration,
                    handlers: session.handlers,
                    clock: ContinuousClock()
                ) { client in await session.run(client) }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
