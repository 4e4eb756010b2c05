import HTTPTypes
import JSON
import MCP
import MCPHTTP
import MockMCP
import MockMCPHTTP
import Registry
import TestSupport
import Testing

@Suite("The mock of a remote server", .timeLimit(.minutes(1)))
struct EntryConditionTests {
    private func mock(_ id: String, _ condition: MockCondition?, accepting: [String: String] = [:]) throws -> MockServer
    {
        let entry = try #require(try ShippedFiles(folder: SourceTree.registry).entry(id))
        let server = try #require(entry.servers.first { $0.kind == .remote })
        guard let condition else {
            return MockServer(entry, admitting: server, environment: [:], accepting: accepting)
        }
        return MockServer(entry, server: server, condition: condition)
    }

    @Test("lets the right credential in, and refuses none and a wrong one as the real server does")
    func perRequest() async throws {
        let mock = try mock("github", nil, accepting: ["GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_right"])
        try await mock.withHTTP { url in
            let none = try await HTTPTalk.post(url)
            #expect(none.status == 401)
            let challenge = try #require(none.fields[.wwwAuthenticate])
            #expect(challenge.contains("No access token was provided in this request"))
            #expect(challenge.contains("resource_metadata=\"http://127.0.0.1:"))
            let wrong = try await HTTPTalk.post(url, fields: ["Authorization": "Bearer ghp_wrong"])
            #expect(wrong.status == 401)
            #expect(wrong.body == "Unauthorized")
            let right = try await HTTPTalk.post(url, fields: ["Authorization": "Bearer ghp_right"])
            #expect(right.status == 200)
            #expect(right.body.contains("get_me"))
        }
    }

    @Test("takes any credential when none is said to be the right one")
    func anyCredential() async throws {
        try await mock("lemlist", nil).withHTTP { url async throws in
            #expect(try await HTTPTalk.post(url).status == 401)
            #expect(try await HTTPTalk.post(url, fields: ["X-API-Key": "whatever"]).status == 200)
        }
    }

    @Test(
        "shows a condition in the way of the real server",
        arguments: [
            ("linear", ReactionCause.invalid, 401, "invalid_token"), ("mailchimp", .missing, 403, ""),
            ("zoom", .scope, 401, ""), ("pagerduty", .rateLimited, 429, ""),
            ("stripe", .missing, 401, "resource_metadata="),
            ("sentry", .expired, 401, ""),
        ]
    )
    func conditions(id: String, cause: ReactionCause, status: Int, challenge: String) async throws {
        try await mock(id, .troubled(cause)).withHTTP { url in
            let answer = try await HTTPTalk.post(url, fields: ["Authorization": "Bearer any"])
            #expect(answer.status == status)
            if !challenge.isEmpty { #expect(answer.fields[.wwwAuthenticate]?.contains(challenge) == true) }
        }
    }

    @Test("refuses a call and not the list where the credential may do too little")
    func scope() async throws {
        try await mock("github", .troubled(.scope)).withHTTP { url in
            #expect(try await HTTPTalk.post(url).status == 200)
            let call = try await HTTPTalk.post(url, "tools/call", ["name": "get_me", "arguments": [:]])
            #expect(call.status == 403)
            #expect(call.fields[.wwwAuthenticate]?.contains("insufficient_scope") == true)
        }
    }

    @Test(
        "does what the protocol asks where the entry does not say what the server does",
        arguments: [("linear", "30"), ("zoom", " GMT")]
    )
    func assumed(id: String, pause: String) async throws {
        let entry = try #require(try ShippedFiles(folder: SourceTree.registry).entry(id))
        let server = try #require(entry.servers.first { $0.kind == .remote })
        #expect(server.reactions[.rateLimited] == nil)
        let probe = try #require(entry.probe(of: server))
        try await mock(id, .troubled(.rateLimited)).withHTTP { url in
            #expect(try await HTTPTalk.post(url).status == 200)
            let call: JSONObject = ["name": .string(probe.tool), "arguments": .object(probe.arguments)]
            let answer = try await HTTPTalk.post(url, "tools/call", call)
            #expect(answer.status == 429)
            #expect(answer.fields[.retryAfter]?.hasSuffix(pause) == true)
        }
    }
}
