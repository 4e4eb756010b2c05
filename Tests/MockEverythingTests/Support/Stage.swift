import JSON
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import ServiceLifecycle
import Synchronization
import Testing
import TestSupport

/// How a test reaches the server.
enum Reach: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case stdio, http

    var testDescription: String { rawValue }
}

/// A client connected to the server, in one revision over one transport.
struct Stage: Sendable {
    let client: Client
    let user: AskedUser
    let record: MessageRecord

    /// Makes a request and returns its result.
    func result(_ method: String, _ params: JSONObject = [:]) async throws -> JSONValue {
        try await client.request(method, params: Members(params)).value
    }

    /// Calls a tool and returns its result.
    func call(_ tool: String, _ arguments: JSONObject = [:]) async throws -> JSONValue {
        try await result("tools/call", ["name": .string(tool), "arguments": .object(arguments)])
    }

    /// The error a request is answered with.
    func error(_ method: String, _ params: JSONObject) async throws -> ErrorObject {
        let outcome = await client.outcome(of: method, params: Members(params))
        guard case .error(let error) = outcome else { throw Unexpected("\(method): \(outcome)") }
        return error
    }

    /// What a modern server wants before it answers.
    func needed(_ method: String, _ params: JSONObject) async throws -> InputRequiredResult {
        let outcome = await client.outcome(of: method, params: Members(params))
        guard case .inputRequired(let needed) = outcome else { throw Unexpected("\(method): \(outcome)") }
        return needed
    }
}

/// Something else came than a test can go on with.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Everything that was sent and received, in order.
final class MessageRecord: Sendable {
    private let messages = Mutex<[(direction: WireDirection, message: JSONValue)]>([])

    func note(_ bytes: [UInt8], _ direction: WireDirection) {
        guard let value = try? JSONValue(parsing: bytes) else { return }
        messages.withLock { $0.append((direction, value)) }
    }

    /// The messages of the server with one method.
    func received(_ method: String) -> [JSONValue] {
        messages.withLock {
            $0.filter { $0.direction == .serverToClient && $0.message["method"]?.stringValue == method }
        }
        .map(\.message)
    }

    /// Everything from the server.
    var received: [JSONValue] {
        messages.withLock { $0.filter { $0.direction == .serverToClient }.map(\.message) }
    }
}

/// A user who says yes, and remembers what was asked.
final class AskedUser: Sendable {
    private let requests = Mutex<[(method: String, params: JSONObject?)]>([])

    var asked: [(method: String, params: JSONObject?)] { requests.withLock(\.self) }

    var handlers: ClientHandlers {
        ClientHandlers { request in
            self.requests.withLock { $0.append((request.method, request.params)) }
            return PlayedUser().answer(request.method, request.params)
        }
    }
}

/// Where a scenario takes place: it opens its stages itself, since some need a client with other capabilities.
struct Scene: Sendable, CustomTestStringConvertible {
    let reach: Reach
    let revision: ProtocolRevision
    /// What becomes of the server's messages on their way, where a test of tasks plays with a broken one.
    var tampering: (@Sendable (JSONValue) -> JSONValue)?

    var testDescription: String { "\(reach.rawValue) \(revision)" }

    /// Runs the body with a connected client; afterwards every message of the server must have matched its schema.
    func open<Value>(
        capabilities: ClientCapabilities = PlayedUser.capabilities,
        sendsNonsense: Bool = false,
        _ body: @escaping (Stage) async throws -> Value
    ) async throws -> Value {
        let (judge, record, user) = (WireJudge(in: revision), MessageRecord(), AskedUser())
        let tap = judge.tap.and(
            WireTap { event in
                switch event.event {
                case .sent(let bytes): record.note(bytes, .clientToServer)
                case .received(let bytes): record.note(bytes, .serverToClient)
                default: break
                }
            }
        )
        let configuration = ClientConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: capabilities,
            offer: .only(revision),
            bounds: .patient
        )
        let onStage: (Client) async throws -> Value = { client in
            try await body(Stage(client: client, user: user, record: record))
        }
        let value: Value
        switch reach {
        case .stdio:
            value = try await withStdioClient(
                Self.program(["everything"]),
                configuration: configuration,
                handlers: user.handlers,
                tap: tap,
                clock: ContinuousClock(),
                onStage
            ).value
        case .http:
            value = try await withEverything { address in
                try await HTTPPool.with { pool in
                    let run = await withHTTPClient(
                        HTTPClientSettings(address: address),
                        exchanger: pool,
                        configuration: configuration,
                        handlers: user.handlers,
                        tap: tap,
                        clock: ContinuousClock()
                    ) { client, _ in try await onStage(client) }
                    return try run.run.value
                }
            }
        }
        let faults = judge.faults.filter { !sendsNonsense || $0.direction == .serverToClient }
        #expect(faults == [])
        #expect(judge.count >= 2)
        return value
    }

    /// The executable that was built together with the tests.
    static func program(_ arguments: [String]) -> StdioServer {
        StdioServer(
            executable: BuiltProduct.path(of: "openwork-mock-everything") ?? "openwork-mock-everything was not built",
            arguments: arguments,
            environment: StdioServer.baseEnvironment(from: inheritedEnvironment())
        )
    }
}

/// Serves over HTTP on an ephemeral port while the body runs; behind a gateway where the test puts one there.
func withEverything<Value>(
    _ offer: RevisionOffer = .all,
    server: EverythingServer = .forTests(),
    adjust: (inout MCPEndpointSettings) -> Void = { _ in },
    _ body: (HTTPAddress) async throws -> Value
) async throws -> Value {
    let (ports, sink) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let gateway = GatewayInFront.upstream.map { GatewayInFront(of: server, speaking: $0) }
    var settings = gateway?.endpointSettings(offer) ?? server.endpointSettings(offer)
    adjust(&settings)
    let application = server.application(
        settings: settings,
        port: 0,
        clock: ContinuousClock(),
        logger: logger,
        onReady: { sink.yield($0) }
    )
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        if let gateway {
            group.addTask { await gateway.run() }
            await gateway.isReady()
        }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        let value = try await body(
            HTTPAddress(origin: HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port), path: "/mcp")
        )
        group.cancelAll()
        return value
    }
}

extension EverythingServer {
    static func forTests(itemsPerPage: Int = 1_000) -> EverythingServer {
        EverythingServer(seal: RequestStateSeal(now: { .zero }), itemsPerPage: itemsPerPage)
    }
}
