import DaemonAPI
import Glibc
import HTTPTypes
import JSON
import MCPHTTP
import Testing

@testable import Daemon

@Suite("Log-ins and hooks over HTTP", .timeLimit(.minutes(1)))
struct LoginRoutesTests {
    private static func field(_ name: String) throws -> HTTPField.Name { try #require(HTTPField.Name(name)) }

    @Test func `A browser that another site sends back is let in, and gets a page that runs nothing`() async throws {
        try await Caller.with { caller in
            let navigating: HTTPFields = [
                try Self.field("Sec-Fetch-Site"): "cross-site", try Self.field("Sec-Fetch-Mode"): "navigate",
            ]
            let good = try await caller.send(.get, "/oauth/callback?code=good&state=x&more=1", fields: navigating)
            #expect(good.status == 200)
            #expect(good.fields[.contentType] == "text/html; charset=utf-8")
            #expect(good.fields[.cacheControl] == "no-store")
            #expect(good.fields[try Self.field("Referrer-Policy")] == "no-referrer")
            #expect(good.fields[try Self.field("Content-Security-Policy")]?.hasPrefix("default-src 'none'") == true)
            let bad = try await caller.send(.get, "/oauth/callback?code=%3Cscript%3E", fields: navigating)
            #expect(bad.status == 400)
            #expect(!bad.text.contains("<script") && !bad.text.contains("<b>"))
            #expect(bad.text.contains("&lt;b&gt;No such log-in"))
        }
    }

    @Test func `A page of another site gets nowhere with requests of its own`() async throws {
        try await Caller.with { caller in
            let fetching: HTTPFields = [
                try Self.field("Sec-Fetch-Site"): "cross-site", try Self.field("Sec-Fetch-Mode"): "no-cors",
            ]
            #expect(try await caller.send(.get, "/oauth/callback?code=good", fields: fetching).status == 403)
            let navigating: HTTPFields = [
                try Self.field("Sec-Fetch-Site"): "cross-site", try Self.field("Sec-Fetch-Mode"): "navigate",
            ]
            #expect(try await caller.send(.get, "/api/status", fields: navigating).status == 403)
            let named = try await caller.send(
                .get,
                "/oauth/callback?code=good",
                fields: [.origin: "https://evil.example", try Self.field("Sec-Fetch-Mode"): "navigate"]
            )
            #expect(named.status == 403)
        }
    }

    @Test func `Behind tokens a browser comes back without one, and nothing else does`() async throws {
        let tokens = AccessTokens([String(repeating: "t", count: 40)])
        try await Caller.with(door: Doorkeeper(.token(tokens))) { caller in
            let page = try await caller.send(.get, "/oauth/callback?code=good")
            #expect(page.status == 200)
            let start = try await caller.post("/api/integrations/github/oauth/start")
            #expect(start.status == 401)
        }
    }

    @Test func `What is signed comes in from wherever, as it is`() async throws {
        try await Caller.with { caller in
            let fields: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded", .origin: "https://slack.example",
                try Self.field("X-Slack-Request-Timestamp"): "1", try Self.field("X-Slack-Signature"): "right",
            ]
            let good = try await caller.send(.post, "/hooks/slack?x=1", fields: fields, body: "payload=1")
            #expect(good.status == 200)
            #expect(good.json?["bytes"] == 9)
            let bad = try await caller.send(.post, "/hooks/discord", fields: fields, body: "{}")
            #expect(bad.status == 401)
        }
    }

    @Test func `A start says where to go, and faults quote nothing`() async throws {
        try await Caller.with { caller in
            let start = try await caller.post("/api/integrations/github/oauth/start", #"{"scopes": ["repo"]}"#)
            #expect(start.json?["authorizationUrl"] == "https://vendor.example/authorize?state=x")
            #expect(start.json?["scopes"] == ["repo"])
            let body = #"{"clientSecret": "s3cret-value", "scopes": "s3cret-value"}"#
            let bad = try await caller.post("/api/integrations/github/oauth/start", body)
            #expect(bad.status == 422)
            #expect(bad.json?["faults"]?.arrayValue?.count == 2)
            #expect(!bad.text.contains("s3cret"))
        }
    }
}
