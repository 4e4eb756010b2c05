import HTTPTypes
import JSON
import MCP
import MCPConnection
import Testing

@testable import MCPHTTP

/// One posted body with its headers, and what came of it.
struct Posting: Sendable {
    var body: String
    var fields: KeyValuePairs<String, String> = [:]
    var method = HTTPRequest.Method.post

    static let meta =
        #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
        + #""io.modelcontextprotocol/clientCapabilities":{}}"#

    func send(to address: HTTPAddress, over pool: HTTPPool) async throws -> (
        status: Int, fields: HTTPFields, body: String
    ) {
        var fields: HTTPFields = [.contentType: "application/json", .accept: "application/json, text/event-stream"]
        for (name, value) in self.fields { fields[try #require(HTTPField.Name(name))] = value }
        let call = HTTPCall(method, address, fields: fields, body: Array(body.utf8))
        let reply = try await pool.exchange(call)
        let body = try await reply.collect(limitInBytes: 1 << 20)
        return (reply.status, reply.fields, String(decoding: body, as: UTF8.self))
    }
}

@Suite("An endpoint", .timeLimit(.minutes(1)))
struct EndpointRequestTests {
    typealias Fields = KeyValuePairs<String, String>

    static let list: Fields = ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/list"]

    static func request(_ method: String, _ params: String = Posting.meta) -> String {
        #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":{\#(params)}}"#
    }

    static func call(_ tool: String, _ arguments: String = "{}") -> String {
        request("tools/call", #""name":"\#(tool)","arguments":\#(arguments),"# + Posting.meta)
    }

    static func call(_ fields: Fields) -> Fields { fields }

    static let cases: [(String, Posting, Int, Int?)] = [
        ("a sound request", Posting(body: request("tools/list"), fields: list), 200, nil),
        (
            "no protocol version header", Posting(body: request("tools/list"), fields: ["Mcp-Method": "tools/list"]),
            400, -32020
        ),
        (
            "another version in the header",
            Posting(
                body: request("tools/list"),
                fields: ["MCP-Protocol-Version": "2025-11-25", "Mcp-Method": "tools/list"]
            ),
            400, -32020
        ),
        (
            "no method header", Posting(body: request("tools/list"), fields: ["MCP-Protocol-Version": "2026-07-28"]),
            400, -32020
        ),
        (
            "another method in the header",
            Posting(
                body: request("tools/list"),
                fields: ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call"]
            ),
            400, -32020
        ),
        ("no _meta at all", Posting(body: request("tools/list", ""), fields: list), 400, -32602),
        (
            "no capabilities in _meta",
            Posting(
                body: request("tools/list", #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}"#),
                fields: list
            ), 400, -32602
        ),
        (
            "a version nobody knows",
            Posting(
                body: request("tools/list", Posting.meta.replacing("2026-07-28", with: "1900-01-01")),
                fields: ["MCP-Protocol-Version": "1900-01-01", "Mcp-Method": "tools/list"]
            ), 400, -32022
        ),
        (
            "an unknown method",
            Posting(body: request("no/such"), fields: ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "no/such"]),
            404, -32601
        ),
        (
            "a method of the legacy era",
            Posting(body: request("ping"), fields: ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "ping"]),
            404, -32601
        ),
        ("not JSON", Posting(body: "{", fields: list), 400, -32700),
        ("not JSON-RPC", Posting(body: "{}", fields: list), 400, -32600),
        ("a batch without a session", Posting(body: "[\(request("tools/list"))]", fields: list), 400, -32600),
        ("a legacy request without a session", Posting(body: request("tools/list", "")), 400, -32600),
        ("a stray answer", Posting(body: #"{"jsonrpc":"2.0","id":1,"result":{}}"#), 400, -32600),
        ("a stray notification", Posting(body: #"{"jsonrpc":"2.0","method":"notifications/cancelled"}"#), 202, nil),
        (
            "another content type", Posting(body: request("tools/list"), fields: ["Content-Type": "text/plain"]), 415,
            -32600
        ),
        ("nothing acceptable", Posting(body: request("tools/list"), fields: ["Accept": "image/png"]), 406, -32600),
        ("another host", Posting(body: request("tools/list"), fields: ["Host": "evil.example.com"]), 403, -32600),
        (
            "a foreign origin", Posting(body: request("tools/list"), fields: ["Origin": "http://evil.example.com"]),
            403, -32600
        ),
        ("an unknown session", Posting(body: request("tools/list", ""), fields: ["Mcp-Session-Id": "x"]), 404, -32600),
        ("GET without a session", Posting(body: "", method: .get), 400, -32600),
        ("DELETE without a session", Posting(body: "", method: .delete), 400, -32600),
        ("PUT", Posting(body: "{}", method: .put), 405, -32600),
        (
            "the right headers for arguments",
            Posting(
                body: call("query", #"{"region":"eu","limit":3}"#),
                fields: [
                    "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "query",
                    "Mcp-Param-Region": "=?base64?ZXU=?=", "Mcp-Param-Limit": "3.0",
                ]
            ), 200, nil
        ),
        (
            "a missing header for an argument",
            Posting(
                body: call("query", #"{"region":"eu"}"#),
                fields: ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "query"]
            ), 400, -32020
        ),
        (
            "an unknown tool, which is the owner's affair",
            Posting(
                body: call("nothing"),
                fields: ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "nothing"]
            ), 200, -32602
        ),
    ]

    @Test("answers each kind of request with status and code", arguments: cases)
    func answers(name: String, posting: Posting, status: Int, code: Int?) async throws {
        try await withEndpoint(TestService.settings()) { address in
            try await HTTPPool.with { pool in
                let answer = try await posting.send(to: address, over: pool)
                #expect(answer.status == status, "\(name): \(answer.body)")
                let found = (try? JSONValue(parsing: answer.body))?["error"]?["code"]?.intValue
                #expect(found == code, "\(name): \(answer.body)")
            }
        }
    }

    @Test("of the modern era only refuses GET, DELETE and initialize, and ignores sessions")
    func modernOnly() async throws {
        try await withEndpoint(TestService.settings(.modern)) { address in
            try await HTTPPool.with { pool in
                for method in [HTTPRequest.Method.get, .delete] {
                    let answer = try await Posting(body: "", method: method).send(to: address, over: pool)
                    #expect(answer.status == 405)
                    #expect(answer.fields[.allow] == "POST")
                }
                let initialize =
                    #""protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"x","version":"1"}"#
                let refused = try await Posting(body: Self.request("initialize", initialize)).send(
                    to: address,
                    over: pool
                )
                #expect(refused.status == 400)
                let error = try JSONValue(parsing: refused.body)["error"]
                #expect(error?["code"] == -32022)
                #expect(error?["data"]?["supported"] == ["2026-07-28"])

                let ignored = Posting(
                    body: Self.request("tools/list"),
                    fields: [
                        "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/list", "Mcp-Session-Id": "x",
                        "Last-Event-ID": "1-1",
                    ]
                )
                let answer = try await ignored.send(to: address, over: pool)
                #expect(answer.status == 200)
                #expect(answer.fields[MCPField.sessionID] == nil)
            }
        }
    }

    @Test("refuses a body over its limit, and goes on")
    func tooLarge() async throws {
        let settings = TestService.settings { $0.limits.messageBytes = 10_000 }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                let large = Posting(body: String(repeating: " ", count: 20_000), fields: Self.list)
                let refused = try await large.send(to: address, over: pool)
                #expect(refused.status == 413)
                let sound = Posting(body: Self.request("tools/list"), fields: Self.list)
                let answered = try await sound.send(to: address, over: pool)
                #expect(answered.status == 200)
            }
        }
    }
}
