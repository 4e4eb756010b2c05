import Daemon
import DaemonAPI
import Health
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors
import Store
import Testing

@Suite("A user's story of a log-in", .timeLimit(.minutes(1)))
struct LoginStoryTests {
    @Test("before a log-in it says that there is none; after it the credential is proven")
    func logsIn() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                let before = try await desk.integration("notes").status.health
                #expect(before.reason.action == "openwork login notes")
                let enabled = try await desk.enable("notes")
                #expect(enabled.status.health.state == .disconnected)
                #expect(enabled.status.health.reason.action == "log in: openwork login notes")
                let verdict = try await scene.logIn(desk)
                #expect(verdict.done == .loggedIn)
                #expect(verdict.status.health.state == .connected, "\(verdict)")
                #expect(verdict.status.health.layers.authorised.holds == true)
                let report = try await desk.login("notes")
                #expect(report.isLoggedIn && report.isRenewed && report.issuer == scene.vendor.issuer)
                #expect(report.pending.isEmpty && report.last?.isGood == true)
                #expect(try await desk.call("notes", CallRequest(tool: "read_note")).outcome == "ok")
            }
        }
    }

    @Test("a browser that comes back to the daemon ends the log-in too")
    func returns() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                desk.reachable(at: "http://127.0.0.1:4711")
                let start = try await desk.startLogin("notes", LoginRequest())
                #expect(start.redirectURI == "http://127.0.0.1:4711/oauth/callback")
                let query = try await scene.visit(start).split(separator: "?")[1]
                let ending = await desk.returnFromLogin(query: String(query))
                #expect(ending.isGood && ending.status == 200, "\(ending)")
                let again = await desk.returnFromLogin(query: String(query))
                #expect(!again.isGood && again.status == 400)
                #expect(try await desk.login("notes").last?.isGood == true)
            }
        }
    }

    @Test("a token that ends is renewed, and nobody notices")
    func renewed() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                _ = try await scene.logIn(desk)
                scene.clock.pass(seconds: 4_000)
                #expect(try await desk.call("notes", CallRequest(tool: "read_note")).outcome == "ok")
                #expect(scene.renewals == 1)
                #expect(try await desk.test("notes").status.health.state == .connected)
            }
        }
    }

    @Test("a log-in that the vendor ended is told by the next contact, with what to do")
    func revoked() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                _ = try await scene.logIn(desk)
                scene.vendor.change { $0.faults = [.refreshRefused] }
                scene.vendor.endAccessTokens()
                let found = try await desk.test("notes").status.health
                #expect(found.state == .disconnected)
                #expect(found.reason.code == "credential_expired")
                #expect(found.reason.action == "log in again: openwork login notes")
                #expect(try await desk.login("notes").isLoggedIn == false)
                scene.vendor.change { $0.faults = [] }
                #expect(try await scene.logIn(desk).status.health.state == .connected)
            }
        }
    }

    @Test("a call that fails because the log-in was ended says so within the same moment")
    func revokedInUse() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                _ = try await scene.logIn(desk)
                scene.vendor.change { $0.faults = [.refreshRefused] }
                scene.vendor.endAccessTokens()
                _ = try? await desk.call("notes", CallRequest(tool: "read_note"))
                let found = try await desk.wait(for: "notes") { $0.health.state == .disconnected }
                #expect(found.health.reason.code == "credential_expired")
            }
        }
    }

    @Test("an authorization server that fails at a renewal is the vendor's trouble, and passes")
    func failing() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                _ = try await scene.logIn(desk)
                scene.vendor.change { $0.faults = [.refreshStatus(503, times: 1_000)] }
                scene.clock.pass(seconds: 4_000)
                let found = try await desk.test("notes").status.health
                #expect(found.state == .degraded, "\(found)")
                #expect(found.reason.code == "vendor_error")
                #expect(found.reason.evidence?.contains("503") == true)
                scene.vendor.change { $0.faults = [] }
                _ = try await desk.wait(for: "notes") { $0.health.state == .connected }
                #expect(try await desk.login("notes").isLoggedIn)
            }
        }
    }

    @Test("a server that moves to another issuer wants a new log-in, and the old tokens go nowhere")
    func migrated() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                _ = try await scene.logIn(desk)
                let before = scene.vendor.events.count
                scene.vendor.change { $0.issuerPath = "/tenant" }
                let issuer = scene.vendor.issuer
                scene.changeGate { $0.issuers = [issuer] }
                scene.vendor.endAccessTokens()
                let found = try await desk.test("notes").status.health
                #expect(found.state == .disconnected)
                #expect(found.reason.action == "log in again: openwork login notes")
                let since = scene.vendor.events.dropFirst(before)
                #expect(!since.contains { if case .token = $0 { true } else { false } })
                #expect(try await scene.logIn(desk).status.health.state == .connected)
                #expect(try await desk.login("notes").issuer == scene.vendor.issuer)
            }
        }
    }

    @Test("a tool that needs more is told with its scope, and the next log-in asks for it")
    func steppedUp() async throws {
        let gate = ResourceGate(scopesSupported: ["read"], scopesByMethod: ["tools/list": "read"])
        try await LoginScene.with(gate: gate) { scene in
            try await scene.open(LoginHome()) { desk in
                #expect(try await scene.logIn(desk).status.health.state == .connected)
                scene.changeGate { $0.scopesByMethod["tools/call"] = "write" }
                let found = try await desk.test("notes").status.health
                #expect(found.reason.code == "scope_insufficient")
                #expect(found.reason.action.hasSuffix(#"openwork login notes --scope "write""#), "\(found.reason)")
                #expect(try await desk.login("notes").wantedScopes == ["write"])
                let verdict = try await scene.logIn(desk)
                #expect(verdict.status.health.state == .connected)
                #expect(try await desk.login("notes").scopes == ["read", "write"])
            }
        }
    }
}
