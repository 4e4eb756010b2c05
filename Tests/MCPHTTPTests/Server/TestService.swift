import HTTPTestSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JSON
import Logging
import MCP
import MCPConnection
import NIOCore
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import MCPHTTP

/// A small MCP server with one of everything that transport tests need.
enum TestService {
    static let schema: JSONValue = [
        "type": "object",
        "properties": [
            "region": ["type": "string", "x-mcp-header": "Region"],
            "limit": ["type": "integer", "x-mcp-header": "Limit"],
        ],
    ]

    static func configuration(_ offer: RevisionOffer = .all) -> MCP.ServerConfiguration {
        MCP.ServerConfiguration(
            info: Implementation(name: "test", version: "1"),
            capabilities: ServerCapabilities(["tools": ["listChanged": true], "logging": [:]]),
            offer: offer,
            methods: ["tools/list", "tools/call", "subscriptions/listen", "logging/setLevel"],
            caching: .none
        )
    }

    static func settings(
        _ offer: RevisionOffer = .all,
        log: CallLog = CallLog(),
        adjust: (inout MCPEndpointSettings) -> Void = { _ in }
    ) -> MCPEndpointSettings {
        var settings = MCPEndpointSettings(
            configuration: configuration(offer),
            handlers: { caller in
                ServerHandlers { call throws(ErrorObject) in try await answer(call, caller, log) }
            },
            toolHeaders: { $0 == "query" ? try? ToolHeaders(inputSchema: schema) : nil }
        )
        // A busy machine must not turn an answer into a stream.
        settings.patience = .seconds(60)
        adjust(&settings)
        return settings
    }

    private static func answer(
        _ call: ServerCall,
        _ caller: MCPEndpointSettings.Caller,
        _ log: CallLog
    ) async throws(ErrorObject) -> Members {
        switch call.context.method {
        case "tools/list":
            let names: [JSONValue] = ["echo", "count", "ask", "wait", "whoami", "big"]
            let tools = names.map { ["name": $0, "inputSchema": ["type": "object"]] as JSONValue }
            return ["tools": .array(tools + [["name": "query", "inputSchema": schema]])]
        case "tools/call":
            return try await callTool(call, caller, log)
        case "logging/setLevel":
            return [:]
        case "subscriptions/listen":
            return await listen(call, log)
        default:
            throw .methodNotFound(call.context.method)
        }
    }

    private static func callTool(
        _ call: ServerCall,
        _ caller: MCPEndpointSettings.Caller,
        _ log: CallLog
    ) async throws(ErrorObject) -> Members {
        let arguments = call.context.params["arguments"] ?? [:]
        switch call.context.params["name"]?.stringValue {
        case "echo", "query":
            return text(arguments.text())
        case "count":
            let steps = arguments["to"]?.intValue ?? 0
            for step in 1...max(1, steps) {
                await call.progress(Double(step), total: Double(steps))
                log.note("step")
            }
            return text("counted")
        case "ask":
            let form: JSONObject = ["message": "?", "requestedSchema": ["type": "object", "properties": [:]]]
            let outcome = await call.request("elicitation/create", params: form)
            guard case .result(let result) = outcome else { return text("\(outcome)") }
            return text(JSONValue.object(result).text())
        case "wait":
            log.note("begun")
            await log.released()
            log.note(Task.isCancelled ? "cancelled" : "done")
            return text("waited")
        case "whoami":
            return text("\(caller.identity) \(caller.session == nil ? "stateless" : "session")")
        case "big":
            return text(String(repeating: "x", count: arguments["bytes"]?.intValue ?? 0))
        default:
            throw .invalidParams("no such tool")
        }
    }

    private static func listen(_ call: ServerCall, _ log: CallLog) async -> Members {
        let id = call.context.id
        let acknowledged = MCP.Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": ["toolsListChanged": true], "_meta": [MetaKey.subscriptionID: id.json]]
        )
        await call.notify(acknowledged)
        log.note("begun")
        await log.released()
        log.note(Task.isCancelled ? "cancelled" : "done")
        return ["_meta": [MetaKey.subscriptionID: id.json]]
    }

    private static func text(_ text: String) -> Members {
        ["content": [["type": "text", "text": .string(text)]]]
    }
}

/// What a test service did, in order, and the gate its waiting calls stand at.
final class CallLog: Sendable {
    private let gate = OneShot<Void>()
    private let (stream, sink) = AsyncStream.makeStream(of: String.self)

    var notes: AsyncStream<String> { stream }

    func note(_ text: String) { sink.yield(text) }

    func release() { gate.fire() }

    func released() async { await gate.wait() }

    /// Waits for a note.
    func awaits(_ text: String) async {
        for await note in stream where note == text { return }
    }
}

/// The HTTP request of the server library, apart from that of the protocol.
typealias HTTPRequestAlias = HummingbirdCore.Request

/// Serves on an ephemeral loopback port while the body runs.
func withEndpoint<Value>(
    _ settings: MCPEndpointSettings,
    server: HTTPServerBuilder? = nil,
    scheme: HTTPOrigin.Scheme = .http,
    identify: @escaping @Sendable (HTTPRequestAlias) -> String = { _ in "" },
    onStart: (MCPEndpoint) -> Void = { _ in },
    excusing excuses: [WireExcuse] = [],
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (HTTPAddress) async throws -> Value
) async throws -> Value {
    let endpoint = MCPEndpoint(settings, clock: ContinuousClock(), identify: identify)
    onStart(endpoint)
    return try await withServer(
        endpoint.router(),
        endpoint,
        server: server,
        scheme: scheme,
        path: "/mcp",
        excusing: excuses,
        sourceLocation: sourceLocation,
        body
    )
}

/// Runs a router and the service behind it on an ephemeral loopback port; what it answers has to match the schema.
func withServer<Value>(
    _ router: Router<MCPRequestContext>,
    _ service: any Service,
    server: HTTPServerBuilder? = nil,
    scheme: HTTPOrigin.Scheme = .http,
    path: String,
    excusing excuses: [WireExcuse] = [],
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (HTTPAddress) async throws -> Value
) async throws -> Value {
    let (ports, sink) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let judges = EndpointJudges(excusing: excuses)
    let responder = judges.over(router.buildResponder())
    let listener: any Service
    if let server {
        listener = Application(
            responder: responder,
            server: server,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in sink.yield(channel.localAddress?.port ?? 0) },
            logger: logger
        )
    } else {
        listener = LoopbackServer(responder: responder, logger: logger) { sink.yield($0) }
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await listener.run() }
        group.addTask { try await service.run() }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        let host = scheme == .https ? "localhost" : "127.0.0.1"
        let address = HTTPAddress(origin: HTTPOrigin(scheme: scheme, host: host, port: port), path: path)
        let value = try await body(address)
        group.cancelAll()
        judges.report(sourceLocation: sourceLocation)
        return value
    }
}
