import HTTPTypes
import Hummingbird
import JSON
import Logging
package import MCP
import MCPAuthorization
import MCPHTTP
import MockVendors
import NIOCore
import ServiceLifecycle

/// Puts up the servers of a scene on loopback, starts the client, and takes down what it does.
package struct ClientStage<C: Clock<Duration>>: Sendable {
    private let starter: any ClientStarter
    private let bound: Duration
    private let clock: C
    private let now: @Sendable () -> Int64

    /// - Parameters:
    ///   - starter: Starts the client.
    ///   - bound: How long each start may take.
    ///   - clock: Counts that, and the moments of a record.
    ///   - now: Seconds since 1970, for tokens.
    package init(
        starting starter: any ClientStarter,
        bound: Duration,
        clock: C,
        now: @escaping @Sendable () -> Int64
    ) {
        self.starter = starter
        self.bound = bound
        self.clock = clock
        self.now = now
    }

    /// Plays a scene in a revision, to the end of the client.
    /// - Throws: when our own servers cannot be put up: a fault of ours, never the client's.
    package func play(_ scene: ClientScene, in revision: ProtocolRevision) async throws -> ClientRecord {
        let start = clock.now
        let log = ClientLog { [clock] in start.duration(to: clock.now) }
        return try await withIssuer(scene.issuer, .issuer, log) { issuer in
            try await withIssuer(scene.otherIssuer, .otherIssuer, log) { other in
                try await play(scene, revision, log, issuer, other)
            }
        }
    }

    private func play(
        _ scene: ClientScene,
        _ revision: ProtocolRevision,
        _ log: ClientLog,
        _ issuer: OAuthVendorServer?,
        _ other: OAuthVendorServer?
    ) async throws -> ClientRecord {
        let router = Router(context: MCPRequestContext.self)
        let gate = scene.gate.map { gate -> ResourceMiddleware<MCPRequestContext> in
            var gate = gate
            gate.issuers = [issuer?.issuer].compactMap(\.self)
            return ResourceMiddleware(gate, now: now) { issuer?.token($0) ?? other?.token($0) }
        }
        router.add(
            middleware: SceneMiddleware<MCPRequestContext>(log: log) {
                guard scene.migrates, let other else { return }
                gate?.change { $0.issuers = [other.issuer] }
                issuer?.endAccessTokens()
            }
        )
        if let gate { router.add(middleware: gate) }
        let (endpoint, service) = endpoint(of: scene.server)
        router.add(middleware: ScenePlace(server: scene.server, endpoint: endpoint, revision: revision, log: log))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            if let service { group.addTask { try await service.run() } }
            let record = try await withLoopback(router, logger: Self.quiet) { port in
                let origin = HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port)
                let address = HTTPAddress(origin: origin, path: ClientRecord.path)
                var places = ClientRecord.Places()
                places.server = address.description
                places.issuer = issuer?.issuer ?? ""
                places.otherIssuer = other?.issuer ?? ""
                issuer?.change { [places] in scene.prepare(&$0, places) }
                let start = ClientStart(
                    address: address,
                    variables: try variables(scene, revision, places),
                    bound: bound
                )
                let begin = clock.now
                let ending = await starter.play(start)
                return ClientRecord(
                    scene: scene,
                    revision: revision,
                    turns: log.turns,
                    ending: ending,
                    places: places,
                    duration: begin.duration(to: clock.now)
                )
            }
            group.cancelAll()
            return record
        }
    }

    private func endpoint(of server: SceneServer) -> (ScenePlace.Endpoint, (any Service)?) {
        switch server.kind {
        case .scripted: return (.none, nil)
        case .endpoint(let settings):
            let endpoint = MCPEndpoint(settings, clock: clock)
            return (.streamable(endpoint), endpoint)
        case .eventStream(let settings):
            let endpoint = EventStreamEndpoint(settings, messagePath: ClientRecord.messagePath, clock: clock)
            return (.eventStream(endpoint), endpoint)
        }
    }

    private func variables(
        _ scene: ClientScene,
        _ revision: ProtocolRevision,
        _ places: ClientRecord.Places
    ) throws -> [String: String] {
        var variables = [
            "MCP_CONFORMANCE_SCENARIO": scene.scenario,
            "MCP_CONFORMANCE_PROTOCOL_VERSION": revision.rawValue,
        ]
        if var context = try scene.context(places) {
            context["name"] = .string(scene.scenario)
            variables["MCP_CONFORMANCE_CONTEXT"] = JSONValue.object(context).text()
        }
        return variables
    }

    private func withIssuer<Value>(
        _ script: OAuthScript?,
        _ party: ClientTurn.Party,
        _ log: ClientLog,
        _ body: (OAuthVendorServer?) async throws -> Value
    ) async throws -> Value {
        guard let script else { return try await body(nil) }
        return try await OAuthVendorServer.with(
            script,
            now: now,
            hearing: { call, reply in
                var fields = HTTPFields()
                fields[.authorization] = call.authorization
                fields[.possessionProof] = call.proof
                let turn = ClientTurn(
                    party: party,
                    method: call.method,
                    path: call.path,
                    query: call.query.encoded,
                    fields: fields,
                    body: call.body,
                    moment: log.moment
                )
                log.answer(log.note(turn).number, reply.status, HTTPFields())
            },
            logger: Self.quiet
        ) { try await body($0) }
    }

    private static var quiet: Logger { Logger(label: "scene", factory: { _ in SwiftLogNoOpLogHandler() }) }
}
