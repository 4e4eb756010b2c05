import JSON
import MCP
import TestSupport
import Testing

@testable import MCPConnection

let testClient = Implementation(name: "test-client", version: "1")

/// A client configuration for tests.
func configuration(
    offer: RevisionOffer = .all,
    capabilities: ClientCapabilities = .none,
    bounds: ClientBounds = ClientBounds()
) -> ClientConfiguration {
    ClientConfiguration(info: testClient, capabilities: capabilities, offer: offer, bounds: bounds)
}

/// A server configuration for tests: tools, and whatever revisions.
func serverConfiguration(offer: RevisionOffer = .all) -> ServerConfiguration {
    ServerConfiguration(
        info: Implementation(name: "test-server", version: "1"),
        capabilities: ServerCapabilities(["tools": ["listChanged": true]]),
        offer: offer,
        methods: ["tools/list", "tools/call"]
    )
}

/// Runs a client and a server in this process, over any pair of channels; what they send has to match the schema.
func withPeers<Value>(
    _ pair: ChannelPair = .memory,
    client: ClientConfiguration = configuration(),
    server: ServerConfiguration = serverConfiguration(),
    handlers: ServerHandlers,
    clientHandlers: ClientHandlers = .none,
    tap: WireTap = .none,
    clock: some Clock<Duration> = ManualClock(),
    excusing excuses: [WireExcuse] = [],
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (Client) async throws -> Value
) async throws -> (run: ClientRun<Value>, clientViolations: [ProtocolViolation]) {
    var result: (ClientRun<Value>, [ProtocolViolation])?
    let judge = WireJudge(excusing: excuses)
    try await pair.run { near, far in
        let left = JudgedChannel(near, sending: .clientToServer, judge: judge)
        let right = JudgedChannel(far, sending: .serverToClient, judge: judge)
        await withTaskGroup(of: [ProtocolViolation].self) { group in
            group.addTask { await serve(server, over: right, handlers: handlers) }
            let run = await withClient(
                over: left,
                configuration: client,
                handlers: clientHandlers,
                tap: tap,
                clock: clock,
                body
            )
            result = (run, await group.next() ?? [])
        }
    }
    judge.report(sourceLocation: sourceLocation)
    guard let result else { throw ChannelClosed(.closedByUs) }
    return result
}

/// Answers tools/list with one tool, and every call with its own arguments.
let echoHandlers = ServerHandlers { (call) throws(ErrorObject) in
    switch call.context.method {
    case "tools/list": ["tools": [["name": "echo", "inputSchema": ["type": "object"]]]]
    default: ["content": [["type": "text", "text": .string(call.context.params["arguments"]?.description ?? "")]]]
    }
}
