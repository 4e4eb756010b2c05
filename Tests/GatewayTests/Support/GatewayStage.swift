import Gateway
import JSON
import MCP
import MCPConnection
import MockEverything
import Synchronization
import TestSupport
import Testing

/// A role whose integrations are servers with everything, all in memory, and clients connected to it.
struct GatewayStage: Sendable {
    let gateway: RoleGateway
    let upstreams: SessionUpstreams
    let audit: AuditLog

    /// Runs a role over the given servers while the body uses it.
    static func with<Value: Sendable>(
        _ upstreams: [UpstreamScene],
        policy: RolePolicy = RolePolicy(),
        approvals: ToolApprovals = ToolApprovals(),
        _ body: @escaping @Sendable (GatewayStage) async throws -> Value
    ) async throws -> Value {
        let sessions = SessionUpstreams(clock: ContinuousClock())
        let audit = AuditLog()
        let gateway = RoleGateway(
            role: "engineering",
            policy: policy,
            approvals: approvals,
            upstreams: sessions,
            clock: ContinuousClock(),
            audit: { audit.note($0) }
        )
        let stage = GatewayStage(gateway: gateway, upstreams: sessions, audit: audit)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for scene in upstreams { group.addTask { try await scene.connect(to: sessions) } }
            group.addTask { await gateway.run() }
            for scene in upstreams { await stage.waitFor { $0.offer(of: scene.integration)?.isAvailable == true } }
            let value = try await body(stage)
            group.cancelAll()
            return value
        }
    }

    /// Waits until the catalogue is as it should be.
    func waitFor(_ isReached: (RoleCatalogue) -> Bool) async {
        let catalogues = gateway.catalogues()
        guard !isReached(gateway.catalogue) else { return }
        for await catalogue in catalogues where isReached(catalogue) { return }
    }

    /// Connects a client in one revision and runs the body with it; every message has to match its schema.
    func client<Value: Sendable>(
        _ revision: ProtocolRevision,
        capabilities: ClientCapabilities = PlayedUser.capabilities,
        handlers: ClientHandlers = PlayedUser().handlers,
        _ body: (Client) async throws -> Value
    ) async throws -> Value {
        let judge = WireJudge(in: revision)
        defer { judge.report() }
        let (near, far) = judge.pair()
        let configuration = ClientConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: capabilities,
            offer: .only(revision),
            bounds: .patient
        )
        let (endpoint, gateway) = (gateway.configuration(), gateway)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = await serve(endpoint, over: far, ending: .dropsCalls, handlers: gateway.handlers()) }
            let run = await withClient(
                over: near,
                configuration: configuration,
                handlers: handlers,
                clock: ContinuousClock(),
                body
            )
            try await group.waitForAll()
            return try run.value
        }
    }
}

/// One server with everything behind the gateway.
struct UpstreamScene: Sendable {
    let integration: String
    let offer: RevisionOffer
    var server = EverythingServer(seal: RequestStateSeal(now: { .zero }))
    /// Fired to end the connection in the middle of whatever happens.
    var unplug = OneShot<Void>()

    init(_ integration: String, _ revision: ProtocolRevision) {
        self.integration = integration
        offer = .only(revision)
    }

    func connect(to upstreams: SessionUpstreams) async throws {
        let session = upstreams.session(of: integration)
        let judge = WireJudge(in: offer.revisions.first)
        defer { judge.report() }
        let (near, far) = judge.pair()
        let configuration = ClientConfiguration(
            info: Implementation(name: "openwork", version: "1"),
            capabilities: UpstreamSession.capabilities,
            offer: offer,
            bounds: .patient
        )
        await withTaskGroup { group in
            group.addTask { _ = await server.serve(offer, over: far) }
            group.addTask {
                _ = await withClient(
                    over: near,
                    configuration: configuration,
                    handlers: session.handlers,
                    clock: ContinuousClock()
                ) { client in await session.run(client) }
            }
            group.addTask {
                guard await unplug.wait() != nil else { return }
                far.close()
                far.abandon()
            }
            await group.next()
            group.cancelAll()
        }
    }
}

/// The rows that a gateway kept.
final class AuditLog: Sendable {
    private let kept = Mutex<[AuditRow]>([])
    /// Arrives with the first call that was given up.
    let cancelled = OneShot<AuditRow>()

    var rows: [AuditRow] { kept.withLock(\.self) }

    func note(_ row: AuditRow) {
        kept.withLock { $0.append(row) }
        if row.outcome == .cancelled { cancelled.fulfil(row) }
    }
}
