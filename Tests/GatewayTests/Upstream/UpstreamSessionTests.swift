@testable import Gateway
import JSON
import MCP
import MCPConnection
import MockEverything
import TestSupport
import Testing

@Suite("A connection to an integration", .timeLimit(.minutes(1)))
struct UpstreamSessionTests {
    private static let lists = ["tools/list", "prompts/list", "resources/list", "resources/templates/list"]

    /// A connection to the server with everything, and the methods of what was sent over it.
    private static func with(
        _ revision: ProtocolRevision,
        tools: [JSONValue]? = nil,
        _ body: @escaping @Sendable (UpstreamSession, AuditedValues<String>) async throws -> Void
    ) async throws {
        let (changes, sink) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let session = UpstreamSession(integration: "everything", clock: ContinuousClock()) { _ in sink.yield() }
        let judge = WireJudge(in: revision)
        defer { judge.report() }
        let (near, far) = judge.pair()
        let sent = AuditedValues<String>()
        let tap = WireTap { record in
            guard case .sent(let bytes) = record.event,
                case .single(let envelope) = try? IncomingMessage(parsing: bytes)
            else { return }
            if let method = envelope.method { sent.append(method) }
        }
        let configuration = ClientConfiguration(
            info: Implementation(name: "openwork", version: "1"),
            capabilities: UpstreamSession.capabilities,
            offer: .only(revision),
            bounds: .patient
        )
        let server = EverythingServer(seal: RequestStateSeal(now: { .zero }))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = await server.serve(.only(revision), over: far) }
            let run = await withClient(
                over: near,
                configuration: configuration,
                handlers: session.handlers,
                tap: tap,
                clock: ContinuousClock()
            ) { client in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let opened = session.open(client, readsTools: tools == nil)
                    group.addTask { await session.run(opened) }
                    if let tools { opened.take(tools: try tools.map { try Tool(json: $0) }) }
                    for await _ in changes where session.offer.isAvailable { break }
                    try await body(session, sent)
                    group.cancelAll()
                }
            }
            try run.value
            group.cancelAll()
        }
    }

    @Test(
        "reads each list once, and none again because somebody watches a resource",
        arguments: ProtocolRevision.allCases
    )
    func once(revision: ProtocolRevision) async throws {
        try await Self.with(revision) { session, sent in
            #expect(session.offer.tools.count > 10)
            #expect(await session.watch(["test://watched-resource"]) == nil)
            #expect(await session.watch([], notLonger: ["test://watched-resource"]) == nil)
            for method in Self.lists { #expect(sent.all.count { $0 == method } == 1, "\(method)") }
        }
    }

    @Test(
        "takes the tools that somebody else has read, and reads them itself after a change",
        arguments: ProtocolRevision.allCases
    )
    func elsewhere(revision: ProtocolRevision) async throws {
        let tool: JSONValue = ["name": "mine", "inputSchema": ["type": "object"], "x": 1]
        try await Self.with(revision, tools: [tool]) { session, sent in
            #expect(session.offer.tools == [tool])
            #expect(sent.all.count { $0 == "tools/list" } == 0)
            let request = UpstreamRequest(
                "tools/call",
                of: "everything",
                params: ["name": "test_trigger_tool_change", "arguments": [:]],
                timeLimit: .seconds(60),
                caller: UpstreamCaller(conversation: "test")
            )
            _ = await session.perform(request)
            while session.offer.tools == [tool] { try await ContinuousClock().sleep(for: .milliseconds(5)) }
            #expect(sent.all.count { $0 == "tools/list" } == 1)
        }
    }
}
