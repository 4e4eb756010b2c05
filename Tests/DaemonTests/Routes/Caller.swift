import Glibc
import HTTPTypes
import JSON
import Logging
import MCPConnection
import MCPHTTP

@testable import Daemon

/// Calls a daemon on a real port, over the pool that every client of ours uses.
struct Caller {
    let port: Int
    let pool: HTTPPool

    struct Answer {
        let status: Int
        let fields: HTTPFields
        let bytes: [UInt8]

        var json: JSONValue? { try? JSONValue(parsing: bytes) }
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Serves the fake while the body runs.
    static func with(
        _ service: some DaemonService = FakeService(),
        bounds: ServingBounds = ServingBounds(),
        door: Doorkeeper = Doorkeeper(.user(geteuid())),
        _ body: (Caller) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let time = Timekeeper(ContinuousClock())
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let server = DaemonServer(
            service,
            doorkeeper: door,
            settings: ListenSettings(),
            bounds: bounds,
            time: time,
            logger: logger
        ) { sink.yield($0) }
        try await HTTPPool.with { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { sink.finish() }
                    try await server.run(untilOneOf: [])
                }
                var iterator = ports.makeAsyncIterator()
                guard let port = await iterator.next() else { return try await group.waitForAll() }
                try await body(Caller(port: port, pool: pool))
                group.cancelAll()
            }
        }
    }

    func open(
        _ method: HTTPRequest.Method,
        _ path: String,
        fields: HTTPFields = [:],
        body: [UInt8] = []
    ) async throws -> HTTPReply {
        let address = try HTTPAddress("http://127.0.0.1:\(port)\(path)")
        return try await pool.exchange(HTTPCall(method, address, fields: fields, body: body))
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        fields: HTTPFields = [:],
        body: String = ""
    ) async throws -> Answer {
        let reply = try await open(method, path, fields: fields, body: Array(body.utf8))
        return Answer(
            status: reply.status,
            fields: reply.fields,
            bytes: try await reply.collect(limitInBytes: 8 << 20)
        )
    }

    func post(_ path: String, _ body: String = "{}") async throws -> Answer {
        try await send(.post, path, fields: [.contentType: "application/json"], body: body)
    }

    /// Posts a message as an agent of the modern era does.
    func speak(_ path: String, _ message: JSONValue, token: String? = nil) async throws -> Answer {
        var fields: HTTPFields = [.contentType: "application/json", .accept: "application/json, text/event-stream"]
        if let token { fields[.authorization] = "Bearer \(token)" }
        for (name, value) in [
            ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", message["method"]?.stringValue ?? ""),
            ("Mcp-Name", message["params"]?["name"]?.stringValue ?? ""),
        ] {
            if let name = HTTPField.Name(name), !value.isEmpty { fields[name] = value }
        }
        return try await send(.post, path, fields: fields, body: message.text())
    }
}
