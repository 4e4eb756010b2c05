import JSON
import MCP
import MCPConnection
import MockEverything
import TestSupport

/// The server as a process, spoken to line by line.
struct RawLine {
    private let channel: any MessageChannel
    private var events: ChannelEvents.Iterator
    private let judge = WireJudge([.serverToClient])
    private var tampering: (@Sendable (JSONValue) -> JSONValue)?

    /// Starts the server and hands it to the body; whatever it sends has to match the schema.
    ///
    /// A server in this very process speaks over memory.
    static func with<Value>(
        _ server: EverythingServer? = nil,
        tampering: (@Sendable (JSONValue) -> JSONValue)? = nil,
        _ body: @escaping (inout RawLine) async throws -> Value
    ) async throws -> Value {
        if let server {
            let (near, far) = MemoryChannel.pair()
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = await server.serve(over: far) }
                defer { group.cancelAll() }
                var line = RawLine(channel: near, events: near.events.makeAsyncIterator())
                line.tampering = tampering
                return try await body(&line)
            }
        }
        return try await withServerProcess(Scene.program(["everything"]), clock: ContinuousClock()) { process in
            var line = RawLine(channel: process.channel, events: process.channel.events.makeAsyncIterator())
            return try await body(&line)
        }.outcome.get()
    }

    private init(channel: any MessageChannel, events: ChannelEvents.Iterator) {
        self.channel = channel
        self.events = events
    }

    var faults: [String] { judge.faults.map(\.description) }

    /// Sends a request, and reads until its answer.
    mutating func ask(_ method: String, _ params: JSONObject, meta: JSONObject? = RawPost.meta, id: Int) async throws
        -> JSONValue
    {
        try await send(method, params, meta: meta, id: id)
        while true {
            let message = try await next()
            if message["id"] == .number(JSONNumber(id)), message["method"] == nil { return message }
        }
    }

    func send(_ method: String, _ params: JSONObject, meta: JSONObject? = RawPost.meta, id: Int) async throws {
        var params = params
        if let meta { params["_meta"] = .object(meta) }
        let request: JSONValue = [
            "jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": .string(method), "params": .object(params),
        ]
        judge.see(request.utf8(), .clientToServer)
        try await channel.send(request.utf8())
    }

    mutating func next() async throws -> JSONValue {
        guard case .message(let bytes)? = await events.next() else { throw Unexpected("the server is gone") }
        judge.see(bytes, .serverToClient)
        let message = try JSONValue(parsing: bytes)
        return tampering?(message) ?? message
    }
}
