import HTTPTypes
import Testing

@testable import MCPHTTP

@Suite("A web page and an endpoint", .timeLimit(.minutes(1)))
struct CrossOriginTests {
    private static let page = "https://app.example.com"

    private func status(
        _ method: HTTPRequest.Method,
        _ fields: EndpointRequestTests.Fields,
        expecting check: (HTTPReply) -> Void
    ) async throws {
        let settings = TestService.settings { $0.gate.origins = [Self.page] }
        try await withEndpoint(settings) { address in
            try await HTTPPool.with { pool in
                var all: HTTPFields = [.contentType: "application/json", .accept: "application/json"]
                for (name, value) in fields { all[try #require(HTTPField.Name(name))] = value }
                let body = method == .post ? Array(EndpointRequestTests.request("tools/list").utf8) : []
                check(try await pool.exchange(HTTPCall(method, address, fields: all, body: body)))
            }
        }
    }

    @Test("of an allowed origin is told what it may send")
    func preflight() async throws {
        let asked: EndpointRequestTests.Fields = [
            "Origin": Self.page, "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,mcp-method,mcp-param-region",
        ]
        try await status(.options, asked) { reply in
            #expect(reply.status == 204)
            #expect(reply.fields[.accessControlAllowOrigin] == Self.page)
            #expect(reply.fields[.accessControlAllowMethods] == "GET, POST, DELETE")
            #expect(reply.fields[.accessControlAllowHeaders] == "content-type,mcp-method,mcp-param-region")
            #expect(reply.fields[.vary] == "Origin")
        }
    }

    @Test("of an allowed origin may read the answer")
    func answer() async throws {
        let fields: EndpointRequestTests.Fields = [
            "Origin": Self.page, "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/list",
        ]
        try await status(.post, fields) { reply in
            #expect(reply.status == 200)
            #expect(reply.fields[.accessControlAllowOrigin] == Self.page)
            #expect(reply.fields[.accessControlExposeHeaders]?.contains("Mcp-Session-Id") == true)
        }
    }

    @Test("of another origin is refused and told nothing", arguments: [HTTPRequest.Method.options, .post])
    func foreign(method: HTTPRequest.Method) async throws {
        let fields: EndpointRequestTests.Fields = [
            "Origin": "https://evil.example.com", "Access-Control-Request-Method": "POST",
        ]
        try await status(method, fields) { reply in
            #expect(reply.status == 403)
            #expect(reply.fields[.accessControlAllowOrigin] == nil)
        }
    }

    @Test("is not assumed where there is none")
    func noPage() async throws {
        try await status(.options, [:]) { reply in
            #expect(reply.status == 405)
            #expect(reply.fields[.accessControlAllowOrigin] == nil)
        }
    }

    @Test(
        "and the two addresses of 2024-11-05: the same holds for each",
        arguments: [("/sse", HTTPRequest.Method.get), ("/messages", .post)]
    )
    func eventStream(path: String, method: HTTPRequest.Method) async throws {
        let settings = TestService.settings { $0.gate.origins = [Self.page] }
        let endpoint = EventStreamEndpoint(settings, clock: ContinuousClock())
        try await withServer(endpoint.router(), endpoint, path: path) { address in
            try await HTTPPool.with { pool in
                func reply(_ method: HTTPRequest.Method, from origin: String) async throws -> HTTPReply {
                    var fields: HTTPFields = [.origin: origin, .contentType: "application/json"]
                    if method == .options { fields[.accessControlRequestMethod] = "POST" }
                    return try await pool.exchange(HTTPCall(method, address, fields: fields))
                }
                let asked = try await reply(.options, from: Self.page)
                #expect(asked.status == 204)
                #expect(asked.fields[.accessControlAllowMethods] == method.rawValue)
                let answer = try await reply(method, from: Self.page)
                #expect(answer.fields[.accessControlAllowOrigin] == Self.page)
                #expect(answer.status == (method == .get ? 200 : 404))
                let foreign = try await reply(method, from: "https://evil.example.com")
                #expect(foreign.status == 403)
                #expect(foreign.fields[.accessControlAllowOrigin] == nil)
                let wrong = try await reply(.put, from: Self.page)
                #expect(wrong.status == 405)
                #expect(wrong.fields[.allow] == method.rawValue)
            }
        }
    }
}
