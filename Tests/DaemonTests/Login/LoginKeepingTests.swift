import Daemon
import DaemonAPI
import Foundation
import Health
import JSON
import MCPAuthorization
import MockVendors
import Store
import Testing

@Suite("What a daemon keeps of a log-in", .timeLimit(.minutes(1)))
struct LoginKeepingTests {
    @Test("a daemon that starts again is logged in still, and ends a log-in that was begun before")
    func restarts() async throws {
        try await LoginScene.with { scene in
            let home = try LoginHome()
            let first = try await scene.open(home) { desk in
                _ = try await scene.logIn(desk)
                return try await scene.visit(try await desk.startLogin("notes", LoginRequest()))
            }
            try await scene.open(home) { desk in
                _ = try await desk.wait(for: "notes") { $0.health.state == .connected }
                let query = String(first.split(separator: "?")[1])
                let ending = await desk.returnFromLogin(query: query)
                #expect(ending.isGood, "\(ending)")
            }
        }
    }

    @Test("an answer that nobody waits for changes nothing, and one of another log-in neither")
    func foreign() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                let start = try await desk.startLogin("notes", LoginRequest())
                for query in ["", "state=x&code=y", "error=access_denied", "state=%00", "code=<script>"] {
                    let ending = await desk.returnFromLogin(query: query)
                    #expect(!ending.isGood && !"\(ending)".contains("script"))
                }
                let pasted = PastedAddress("http://127.0.0.1:18800/oauth/callback?state=x&code=y")
                let problem = await #expect(throws: Problem.self) { try await desk.completeLogin("notes", pasted) }
                #expect(problem?.code == "no_such_login" && problem?.fix.contains("openwork login notes") == true)
                #expect(try await desk.login("notes").pending == [start.login])
                let verdict = try await desk.completeLogin("notes", PastedAddress(try await scene.visit(start)))
                #expect(verdict.status.health.state == .connected)
            }
        }
    }

    @Test("a log-in that took too long is none any more")
    func late() async throws {
        try await LoginScene.with { scene in
            try await scene.open(LoginHome()) { desk in
                let start = try await desk.startLogin("notes", LoginRequest())
                scene.clock.pass(seconds: 601)
                let query = String(try await scene.visit(start).split(separator: "?")[1])
                #expect(await desk.returnFromLogin(query: query).isGood == false)
                #expect(try await desk.login("notes").pending.isEmpty)
            }
        }
    }

    @Test("a vendor that declines, or lets nobody register, is told with what to do")
    func refused() async throws {
        try await LoginScene.with(OAuthScript(faults: [.declined])) { scene in
            try await scene.open(LoginHome()) { desk in
                let problem = await #expect(throws: Problem.self) { try await scene.logIn(desk) }
                #expect(problem?.code == "login_declined")
                let report = try await desk.login("notes")
                #expect(report.last?.isGood == false)
            }
        }
        let known = OAuthScript.Client(id: "made-by-hand", secret: "s3cret")
        try await LoginScene.with(OAuthScript(registersClients: false, clients: [known])) { scene in
            try await scene.open(LoginHome()) { desk in
                let problem = await #expect(throws: Problem.self) {
                    try await desk.startLogin("notes", LoginRequest())
                }
                #expect(problem?.code == "application_needed")
                #expect(problem?.fix.contains("/oauth/callback") == true)
                let request = LoginRequest(clientID: "made-by-hand", clientSecret: "s3cret")
                let start = try await desk.startLogin("notes", request)
                let verdict = try await desk.completeLogin("notes", PastedAddress(try await scene.visit(start)))
                #expect(verdict.status.health.state == .connected)
                scene.clock.pass(seconds: 4_000)
                #expect(try await desk.test("notes").status.health.state == .connected)
            }
        }
    }

    @Test("after logging out, and after removing, no token is left, and the vendor was told")
    func leaves() async throws {
        try await LoginScene.with { scene in
            let home = try LoginHome()
            try await scene.open(home) { desk in
                _ = try await scene.logIn(desk)
                let out = try await desk.logOut("notes")
                #expect(out.done == .loggedOut && out.status.health.state == .disconnected)
                #expect(out.status.health.reason.action.contains("openwork login notes"))
                _ = try await scene.logIn(desk)
                try await desk.remove("notes")
            }
            let registrations = scene.vendor.events.count { if case .registered = $0 { true } else { false } }
            #expect(registrations == 2, "after logging out a client registers anew")
            #expect(scene.vendor.events.count { $0 == .revoked } == 2)
            let store = try SQLiteStore(path: "\(home.path)/openwork.db")
            #expect(try await store.vaultKeys().isEmpty)
            try store.close()
        }
    }

    @Test("tokens, codes and states stand nowhere but sealed: no answer, no file, no event")
    func canary() async throws {
        try await LoginScene.with { scene in
            let home = try LoginHome()
            let (said, address) = try await scene.open(home) { desk in
                let start = try await desk.startLogin("notes", LoginRequest())
                let address = try await scene.visit(start)
                var said = ["\(try await desk.completeLogin("notes", PastedAddress(address)).json)"]
                scene.clock.pass(seconds: 4_000)
                said.append("\(try await desk.call("notes", CallRequest(tool: "read_note")).json)")
                said.append("\(try await desk.status().json)\(try await desk.integration("notes").json)")
                said.append("\(try await desk.login("notes").json)\(await desk.measurements())")
                said.append("\(try await desk.logs("notes", last: 100).map(\.json))")
                said.append("\(try await desk.rotateVault().json)\(try await desk.backUp().json)")
                #expect(try await desk.test("notes").status.health.state == .connected)
                return (said, address)
            }
            let state = address.split(separator: "state=")[1].prefix { $0 != "&" }
            for secret in ["access-", "refresh-", "code-", String(state)] {
                #expect(!said.contains { $0.contains(secret) }, "\(secret)")
                #expect(home.files(with: secret).isEmpty, "\(secret)")
            }
        }
    }
}
