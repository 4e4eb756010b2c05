import HTTPTypes
import Testing

@testable import Daemon

@Suite("The dashboard over HTTP", .timeLimit(.minutes(1)))
struct DashboardRoutesTests {
    @Test func `The page may run and load only what this daemon serves, and stands in no frame`() async throws {
        try await Caller.with { caller in
            let page = try await caller.send(.get, "/dashboard")
            let policy = try #require(page.fields[.contentSecurityPolicy])
            for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
                #expect(policy.contains(part))
            }
            #expect(!policy.contains("unsafe"))
            #expect(page.fields[RequestName.name("X-Frame-Options")] == "DENY")
            #expect(page.fields[.contentType] == "text/html; charset=utf-8")
        }
    }

    @Test func `A file is kept for good under its version, and what is known is not sent again`() async throws {
        try await Caller.with { caller in
            let path = DashboardFiles.embedded.address(of: "app.js")
            let file = try await caller.send(.get, path)
            #expect(file.status == 200)
            #expect(file.fields[.cacheControl] == "private, max-age=31536000, immutable")
            let again = try await caller.send(.get, path, fields: [.ifNoneMatch: file.fields[.eTag] ?? ""])
            #expect(again.status == 304)
            #expect(try await caller.send(.get, "/dashboard/assets/x/none.js").status == 404)
            #expect(try await caller.send(.get, "/dashboard/assets/x/index.html").status == 404)
        }
    }

    @Test func `Whoever opens the daemon itself is led to the dashboard`() async throws {
        try await Caller.with { caller in
            let answer = try await caller.send(.get, "/")
            #expect(answer.status == 303)
            #expect(answer.fields[.location] == "/dashboard")
        }
    }

    @Test func `A plain page shows an integration and the form for it`() async throws {
        try await Caller.with { caller in
            let list = try await caller.send(.get, "/dashboard/plain")
            #expect(list.text.contains("/dashboard/plain/github"))
            let page = try await caller.send(.get, "/dashboard/plain/github")
            #expect(page.text.contains(#"<input id="GITHUB_TOKEN" name="GITHUB_TOKEN" type="password""#))
            #expect(try await caller.send(.get, "/dashboard/plain/none").status == 404)
        }
    }

    @Test(
        "a form is taken from a page of this daemon only, and with its token",
        arguments: [
            (true, true, 200), (true, false, 403), (false, true, 403),
        ]
    )
    func form(isOurs: Bool, hasToken: Bool, status: Int) async throws {
        try await Caller.with { caller in
            let page = try await caller.send(.get, "/dashboard/plain/github")
            let found = page.text.firstMatch(of: /name="_token" value="([0-9a-f]+)"/).map { String($0.output.1) }
            let token = hasToken ? try #require(found) : "0"
            let origin = isOurs ? "http://127.0.0.1:\(caller.port)" : "http://127.0.0.1:1"
            let answer = try await caller.send(
                .post,
                "/dashboard/plain/github",
                fields: [.contentType: "application/x-www-form-urlencoded", .origin: origin],
                body: "_token=\(token)&GITHUB_TOKEN=never-to-be-told"
            )
            #expect(answer.status == status)
            #expect(!answer.text.contains("never-to-be-told"))
        }
    }

    @Test func `JSON is no form, and a form is no JSON`() async throws {
        try await Caller.with { caller in
            let json = try await caller.post("/dashboard/plain/github")
            #expect(json.status == 415)
            let form = try await caller.send(
                .post,
                "/api/integrations/github/configure",
                fields: [.contentType: "application/x-www-form-urlencoded"],
                body: "env=1"
            )
            #expect(form.status == 415)
        }
    }
}
