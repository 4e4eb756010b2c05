import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import NIOCore
import NIOHTTP1

import AsyncHTTPClient
import TestSupport
import Testing

/// One HTTP request made by hand, and all of its response.
struct RawPost: Sendable {
    let status: Int
    let fields: [String: String]
    /// The JSON of the body, or of each event.
    let messages: [JSONValue]
    let text: String

    /// The one answer.
    var answer: JSONValue { messages.last { $0["method"] == nil } ?? .null }

    /// Posts a modern request with the headers it has to have.
    static func modern(
        _ address: HTTPAddress,
        _ method: String,
        _ params: JSONObject = [:],
        id: Int = 1,
        meta: JSONObject? = RawPost.meta,
        fields: [String: String] = [:]
    ) async throws -> RawPost {
        var params = params
        if let meta { params["_meta"] = .object(meta) }
        var all = ["Mcp-Method": method, "MCP-Protocol-Version": "2026-07-28"]
        if let name = params["name"]?.stringValue ?? params["uri"]?.stringValue { all["Mcp-Name"] = name }
        for (name, value) in fields { all[name] = value }
        let body: JSONValue = [
            "jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": .string(method), "params": .object(params),
        ]
        return try await send(address, body: body, fields: all)
    }

    static let meta: JSONObject = [
        MetaKey.protocolVersion: "2026-07-28",
        MetaKey.clientInfo: ["name": "test", "version": "1"],
        MetaKey.clientCapabilities: [:],
    ]

    static func send(
        _ address: HTTPAddress,
        method: String = "POST",
        body: JSONValue? = nil,
        fields: [String: String] = [:]
    ) async throws -> RawPost {
        var request = HTTPClientRequest(url: address.description)
        request.method = .init(rawValue: method)
        for (name, value) in fields where !value.isEmpty { request.headers.replaceOrAdd(name: name, value: value) }
        if !fields.keys.contains("Accept") {
            request.headers.add(name: "Accept", value: "application/json, text/event-stream")
        }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body.utf8()))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 1 << 24)
        let text = String(buffer: bytes)
        var found: [String: String] = [:]
        for header in response.headers { found[header.name.lowercased()] = header.value }
        let isStream = found["content-type"]?.hasPrefix("text/event-stream") == true
        let parts =
            isStream
            ? text.split(separator: "\n").filter { $0.hasPrefix("data:") }.map { $0.dropFirst(5) } : [text[...]]
        let messages = parts.compactMap { try? JSONValue(parsing: Array($0.utf8)) }
        let judge = WireJudge(
            [.serverToClient],
            in: fields["MCP-Protocol-Version"].flatMap(ProtocolRevision.init(rawValue:))
        )
        if let body { judge.see(body.utf8(), .clientToServer) }
        for message in messages { judge.see(message.utf8(), .serverToClient) }
        judge.report()
        return RawPost(status: Int(response.status.code), fields: found, messages: messages, text: text)
    }
}
