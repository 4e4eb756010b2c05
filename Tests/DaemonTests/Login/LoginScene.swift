import Daemon
import DaemonAPI
import Foundation
import Glibc
import HTTPTypes
import Health
import JSON
import Logging
import MCPAuthorization
import MCPConnection
import MCPHTTP
import MockVendors
import Store
import Synchronization

/// A remote server behind a log-in, the authorization server that it trusts, and homes with desks that use it.
final class LoginScene: Sendable {
    let vendor: OAuthVendorServer
    let address: HTTPAddress
    let clock: ShiftedTime
    private let pool: HTTPPool
    private let gate: Gate

    typealias Gate = ResourceMiddleware<MCPRequestContext>

    /// Seconds since 1970, which a test sets forward: tokens end then, and nobody waits for it.
    final class ShiftedTime: Sendable {
        private let shift = Mutex<Int64>(0)

        var now: Int64 { Int64(Glibc.time(nil)) + shift.withLock { $0 } }

        func pass(seconds: Int64) { shift.withLock { $0 += seconds } }
    }

    private init(
        _ vendor: OAuthVendorServer,
        _ address: HTTPAddress,
        _ gate: Gate,
        _ clock: ShiftedTime,
        _ pool: HTTPPool
    ) {
        self.vendor = vendor
        self.gate = gate
        self.address = address
        self.clock = clock
        self.pool = pool
    }

    /// Serves while the body runs.
    static func with(
        _ script: OAuthScript = OAuthScript(),
        gate: ResourceGate = ResourceGate(),
        _ body: (LoginScene) async throws -> Void
    ) async throws {
        let clock = ShiftedTime()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let endpoint = MCPEndpoint(ProtectedNotes.settings(), clock: ContinuousClock())
        try await HTTPPool.with { pool in
            var opened: Gate?
            try await OAuthVendorServer.protecting(
                endpoint,
                script,
                gate: gate,
                port: 0,
                now: { clock.now },
                gating: { opened = $0 },
                logger: logger
            ) { vendor, address in
                guard let opened else { return }
                try await body(LoginScene(vendor, address, opened, clock, pool))
            }
        }
    }

    /// The entry of the server, as a user writes it.
    func entry(_ id: String = "notes", interval: String = "2s") -> JSONValue {
        [
            "id": .string(id), "name": "Notes", "auth": "oauth2", "tools": ["read_note"],
            "probe": ["tool": "read_note", "readOnly": true, "expect": ["contains": "logged in"]],
            "health": ["interval": .string(interval)],
            "servers": [["kind": "remote", "url": .string(address.description)]],
        ]
    }

    /// What a user's browser does whom the vendor knows: goes there, is sent back at once, and shows where it is then.
    func visit(_ start: LoginStart) async throws -> String {
        let reply = try await pool.exchange(HTTPCall(.get, HTTPAddress(start.authorizationURL)))
        _ = try await reply.collect(limitInBytes: 1 << 20)
        return reply.fields[.location] ?? "status \(reply.status)"
    }

    /// Logs in from the beginning to the verdict.
    func logIn<C>(_ desk: Desk<C>, _ id: String = "notes", scopes: [String] = []) async throws -> Verdict {
        let start = try await desk.startLogin(id, LoginRequest(scopes: scopes))
        return try await desk.completeLogin(id, PastedAddress(try await visit(start)))
    }

    /// Changes what the server wants of a token.
    func changeGate(_ change: @Sendable (inout ResourceGate) -> Void) { gate.change(change) }

    /// How often somebody renewed tokens.
    var renewals: Int {
        vendor.events.count { if case .token("refresh_token", _, _, _, _) = $0 { true } else { false } }
    }

    /// Opens a home of its own, or the one of before, and works at the desk.
    func open<Value: Sendable>(
        _ home: LoginHome,
        _ body: (Desk<ContinuousClock>) async throws -> Value
    ) async throws -> Value {
        try home.write([entry()])
        return try await home.open(now: { [clock] in WallTime(milliseconds: clock.now * 1_000) }, body)
    }
}
