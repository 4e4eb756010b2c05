import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockMCP
import MockMCPHTTP
import TestSupport

/// Talks to a mock over HTTP, once with a whole client and once with single requests.
enum HTTPTalk {
    /// What one posted message got.
    struct Answer: Sendable {
        var status = 0
        var fields = HTTPFields()
        var body = ""
        /// Why there is no answer, or only a part of one.
        var fault: String?
        /// Whether the body came to its end.
        var isWhole = false
    }

    static func settings(_ url: String, _ fields: [String: String] = [:]) throws -> HTTPClientSettings {
        var headers = HTTPFields()
        for (key, value) in fields {
            if let name = HTTPField.Name(key) { headers[name] = value }
        }
        return HTTPClientSettings(address: try HTTPAddress(url), fields: headers, listens: false)
    }

    /// Lists and calls a tool with our own client.
    static func client<Value: Sendable>(
        _ url: String,
        _ revision: ProtocolRevision = .latest,
        fields: [String: String] = [:],
        _ body: (Client) async throws -> Value
    ) async throws -> HTTPRun<Value> {
        let settings = try settings(url, fields)
        return try await HTTPPool.with { pool in
            await withHTTPClient(
                settings,
                exchanger: pool,
                configuration: ClientConfiguration(
                    info: Implementation(name: "test", version: "1"),
                    offer: .only(revision),
                    bounds: .patient
                ),
                clock: ContinuousClock()
            ) { client, _ in try await body(client) }
        }
    }

    /// Posts a request of the stateless era, and reads what comes for a while.
    static func post(
        _ url: String,
        _ method: String = "tools/list",
        _ params: JSONObject = [:],
        fields: [String: String] = [:],
        within bound: Duration = .seconds(20)
    ) async throws -> Answer {
        var params = params
        params["_meta"] = [
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities": [:],
            "io.modelcontextprotocol/clientInfo": ["name": "test", "version": "1"],
        ]
        let message: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params),
        ]
        var headers = MirroredHeaders(version: "2026-07-28", method: method, params: params).fields
        headers[.contentType] = "application/json"
        headers[.accept] = "application/json, text/event-stream"
        for (key, value) in fields {
            if let name = HTTPField.Name(key) { headers[name] = value }
        }
        let call = HTTPCall(.post, try HTTPAddress(url), fields: headers, body: message.utf8())
        return try await HTTPPool.with { pool in await answer(to: call, pool, within: bound) }
    }

    private static func answer(
        to call: HTTPCall,
        _ pool: any HTTPExchanger,
        within bound: Duration
    ) async -> Answer {
        let (parts, sink) = AsyncStream.makeStream(of: Answer.self, bufferingPolicy: .bufferingNewest(1))
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var answer = Answer()
                do {
                    let reply = try await pool.exchange(call)
                    (answer.status, answer.fields) = (reply.status, reply.fields)
                    sink.yield(answer)
                    for try await piece in reply.body {
                        answer.body += String(decoding: piece, as: UTF8.self)
                        sink.yield(answer)
                    }
                    answer.isWhole = true
                } catch {
                    answer.fault = "\(error)"
                }
                sink.yield(answer)
                sink.finish()
            }
            group.addTask {
                // Cancelled when the answer is complete.
                try? await ContinuousClock().sleep(for: bound)
                sink.finish()
            }
            var last = Answer()
            for await part in parts { last = part }
            group.cancelAll()
            return last
        }
    }
}
