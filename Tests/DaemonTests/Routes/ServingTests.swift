import DaemonAPI
import Glibc
import HTTPTypes
import JSON
import MCPHTTP
import Testing

@testable import Daemon

@Suite("The daemon over HTTP", .timeLimit(.minutes(1)))
struct ServingTests {
    @Test func `The status is answered to the user who runs it, without a token`() async throws {
        try await Caller.with { caller in
            let answer = try await caller.send(.get, "/api/status")
            #expect(answer.status == 200)
            #expect(answer.json?["summary"]?["connected"] == 1)
            #expect(answer.json?["integrations"]?[1]?["reason"]?["action"] == "check the token")
            #expect(answer.fields[RequestName.field]?.isEmpty == false)
        }
    }

    @Test func `Configuring answers with the verdict`() async throws {
        try await Caller.with { caller in
            let path = "/api/integrations/github/configure"
            let good = try await caller.post(path, #"{"env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_xxx"}}"#)
            #expect(good.status == 200)
            #expect(good.json?["state"] == "connected")
            let bad = try await caller.post(path, #"{"env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "wrong"}}"#)
            #expect(bad.json?["state"] == "disconnected")
            #expect(bad.json?["reason"]?["code"] == "credential_invalid")
        }
    }

    @Test(
        arguments: [
            ("GET", "/nothing", 404), ("GET", "/api/statu", 404), ("DELETE", "/api/status", 405),
            ("GET", "/api/integrations/none", 404), ("GET", "/api/integrations/%00", 404),
            ("GET", "/api/integrations/github/logs?lines=x", 400), ("GET", "/api/status?x=1", 400),
            ("POST", "/api/integrations/github/restart", 415), ("TRACE", "/api/status", 405),
        ]
    )
    func `Whatever goes wrong is a problem with a fix`(method: String, path: String, status: Int) async throws {
        try await Caller.with { caller in
            let answer = try await caller.send(HTTPRequest.Method(method) ?? .get, path)
            #expect(answer.status == status)
            #expect(answer.fields[.contentType] == "application/problem+json")
            #expect(answer.json?["code"]?.stringValue?.isEmpty == false)
            #expect(answer.json?["fix"]?.stringValue?.isEmpty == false)
            #expect(answer.json?["requestId"]?.stringValue == answer.fields[RequestName.field])
            if status == 405 { #expect(answer.fields[.allow] == "GET, HEAD") }
        }
    }

    @Test func `A foreign host, a foreign page and a form are refused`() async throws {
        try await Caller.with { caller in
            let origin = try await caller.send(.get, "/api/status", fields: [.origin: "https://evil.example"])
            #expect(origin.status == 403)
            let path = "/api/integrations/github/disable"
            let form = try await caller.send(.post, path, fields: [.contentType: "text/plain"], body: "{}")
            #expect(form.status == 415)
        }
    }

    @Test func `Another user is refused`() async throws {
        try await Caller.with(door: Doorkeeper(.user(geteuid() &+ 77))) { caller in
            // Root may always; whoever else runs this test is the other user.
            let answer = try await caller.send(.get, "/api/status")
            #expect(answer.status == (geteuid() == 0 ? 200 : 403))
        }
    }

    @Test func `A command is refused with the way to add it`() async throws {
        try await Caller.with { caller in
            let entry = #"{"id": "x", "name": "X", "servers": [{"kind": "command", "executable": "/bin/sh"}]}"#
            let answer = try await caller.post("/api/integrations", entry)
            #expect(answer.status == 422)
            #expect(answer.json?["code"] == "command_over_http")
        }
    }

    @Test func `What is too long is refused, and what is no JSON`() async throws {
        var bounds = ServingBounds()
        bounds.bodyLimitInBytes = 64
        try await Caller.with(bounds: bounds) { caller in
            let path = "/api/integrations/github/configure"
            let long = try await caller.post(path, String(repeating: " ", count: 100))
            #expect(long.status == 413)
            let broken = try await caller.post(path, "{")
            #expect(broken.status == 400)
            #expect(broken.json?["code"] == "invalid_json")
        }
    }

    @Test func `No fault quotes a value`() async throws {
        try await Caller.with { caller in
            let body = #"{"env": {"TOKEN": ["s3cret-value"]}, "more": "s3cret-value"}"#
            let answer = try await caller.post("/api/integrations/github/configure", body)
            #expect(answer.status == 422)
            #expect(answer.json?["faults"]?.arrayValue?.count == 2)
            #expect(!answer.text.contains("s3cret"))
        }
    }

    @Test func `A tag spares what has not changed`() async throws {
        try await Caller.with { caller in
            let first = try await caller.send(.get, "/api/integrations")
            let tag = try #require(first.fields[.eTag])
            let second = try await caller.send(.get, "/api/integrations", fields: [.ifNoneMatch: tag])
            #expect(second.status == 304)
            #expect(second.bytes.isEmpty)
        }
    }

    @Test func `A long list comes in pages`() async throws {
        try await Caller.with { caller in
            let first = try await caller.send(.get, "/api/integrations?limit=1")
            #expect(first.json?["next"] == "github")
            #expect(first.fields[RequestName.link] == "</api/integrations?after=github&limit=1>; rel=\"next\"")
            let second = try await caller.send(.get, "/api/integrations?after=github&limit=1")
            #expect(second.json?["integrations"]?[0]?["id"] == "jira")
            #expect(second.json?["next"] == .null)
        }
    }

    @Test func `Events are told as they happen, and again to whoever comes back`() async throws {
        let service = FakeService()
        try await Caller.with(service) { caller in
            service.events.publish(EventMessage(.state, integration: "github", at: FakeService.now))
            let reply = try await caller.open(.get, "/api/events", fields: [MCPField.lastEventID: "0"])
            #expect(reply.fields[.contentType] == "text/event-stream")
            var parser = EventStreamParser()
            var events: [ServerSentEvent] = []
            service.events.publish(EventMessage(.registry, at: FakeService.now))
            for try await piece in reply.body {
                for case .event(let event) in parser.append(piece) { events.append(event) }
                if events.count == 2 { break }
            }
            #expect(events.map(\.id) == ["1", "2"])
            #expect(events.map(\.type) == ["state", "registry"])
        }
    }

    @Test func `A disk without room is told as one, with what to do`() async throws {
        try await Caller.with { caller in
            let body = #"{"env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "no room"}}"#
            let answer = try await caller.post("/api/integrations/github/configure", body)
            #expect(answer.status == 500)
            #expect(answer.json?["code"] == "disk_full")
            #expect(answer.json?["fix"]?.stringValue?.contains("free some room") == true)
            #expect(!answer.text.contains("no room\""))
        }
    }

    @Test func `Too many changes at once are put off`() async throws {
        var bounds = ServingBounds()
        // However slow the machine is, the next is due much later than the second comes.
        bounds.changesPerSecond = 0.001
        try await Caller.with(bounds: bounds) { caller in
            #expect(try await caller.post("/api/integrations/github/test").status == 200)
            let second = try await caller.post("/api/integrations/github/test")
            #expect(second.status == 429)
            #expect(Int(second.fields[RequestName.retryAfter] ?? "") ?? 0 > 0)
        }
    }

    @Test func `Metrics, liveness and readiness are for machines`() async throws {
        var service = FakeService()
        service.faults = ["the store is not open"]
        try await Caller.with(service) { caller in
            let metrics = try await caller.send(.get, "/metrics")
            #expect(metrics.text.contains("openwork_integrations{state=\"connected\"} 1\n"))
            #expect(metrics.text.contains("# TYPE openwork_integrations gauge\n"))
            #expect(try await caller.send(.get, "/healthz").status == 200)
            let ready = try await caller.send(.get, "/readyz")
            #expect(ready.status == 503)
            #expect(ready.json?["detail"] == "the store is not open")
        }
    }

    @Test func `HEAD answers as GET does, without the body`() async throws {
        try await Caller.with { caller in
            let answer = try await caller.send(.head, "/api/status")
            #expect(answer.status == 200)
            #expect(answer.bytes.isEmpty)
        }
    }
}
