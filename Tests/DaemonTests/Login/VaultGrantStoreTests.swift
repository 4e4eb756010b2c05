import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import Store
import Synchronization
import Testing

@testable import Daemon

@Suite("Log-ins in the vault", .timeLimit(.minutes(1)))
struct VaultGrantStoreTests {
    private final class Count: Sendable {
        private let value = Mutex(0)

        @discardableResult
        func change(by step: Int) -> Int {
            value.withLock { value in
                value += step
                return value
            }
        }
    }

    /// A daemon's view of the log-ins in a home, apart from what it runs.
    private func view(of home: LoginHome, holder: String) async throws -> VaultGrantStore<ContinuousClock> {
        let store = try SQLiteStore(path: "\(home.path)/openwork.db")
        let keyFile = VaultKeyFile.choose(home: home.path, environment: [:])
        return VaultGrantStore(
            integration: "notes",
            store: store,
            vault: try await Vault.open(keyFile, for: store),
            holder: holder,
            turnstiles: TurnstileTable(),
            clock: ContinuousClock(),
            now: { WallTime(milliseconds: 1_790_000_000_000) },
            onWrite: { _, _ in }
        )
    }

    @Test("two daemons on one store renew a log-in once, and both go on with what came of it")
    func shared() async throws {
        try await LoginScene.with { scene in
            let home = try LoginHome()
            _ = try await scene.open(home) { desk in try await scene.logIn(desk) }
            scene.clock.pass(seconds: 4_000)
            let views = [try await view(of: home, holder: "one"), try await view(of: home, holder: "two")]
            let tokens = try await HTTPPool.with { pool in
                let authorizers = views.map { store in
                    OAuthAuthorizer(
                        AuthorizerSettings(server: scene.address, profile: ClientProfile(name: "OpenWork")),
                        world: AuthorizerWorld(
                            exchanger: pool,
                            store: store,
                            clock: ContinuousClock(),
                            now: { [clock = scene.clock] in clock.now }
                        )
                    )
                }
                return await withTaskGroup(of: String?.self) { group in
                    for authorizer in authorizers + authorizers {
                        let call = HTTPCall(.post, scene.address)
                        group.addTask { await authorizer.fields(for: call)[.authorization] }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(scene.renewals == 1)
            #expect(tokens.count == 4 && Set(tokens).count == 1 && tokens[0] != nil)
        }
    }

    @Test("one at a time holds a log-in, and the lease is free again afterwards")
    func exclusive() async throws {
        let home = try LoginHome()
        _ = try await home.open(now: { WallTime(milliseconds: 1_790_000_000_000) }) { _ in true }
        let key = GrantStoreKey.registration(issuer: "https://issuer.example")
        let (one, two) = (try await view(of: home, holder: "one"), try await view(of: home, holder: "two"))
        let inside = Count()
        let most = try await withThrowingTaskGroup(of: Int.self) { group in
            for store in [one, two, one, two] {
                group.addTask {
                    try await store.exclusively(key) {
                        let count = inside.change(by: 1)
                        _ = try? await store.read(key)
                        inside.change(by: -1)
                        return count
                    }
                }
            }
            return try await group.reduce(0) { max($0, $1) }
        }
        #expect(most == 1)
        let now = WallTime(milliseconds: 1_790_000_000_000)
        #expect(try await one.store.takeLease("login notes", for: "three", lasting: .seconds(1), at: now))
    }

    @Test("what is kept opens for its integration and its name only")
    func bound() async throws {
        let home = try LoginHome()
        _ = try await home.open(now: { WallTime(milliseconds: 1_790_000_000_000) }) { _ in true }
        let store = try await view(of: home, holder: "one")
        let key = GrantStoreKey.registration(issuer: "https://issuer.example")
        try await store.write(["client_id": "canary-client"], at: key)
        #expect(try await store.read(key)?["client_id"] == "canary-client")
        let sealed = try #require(try await store.store.login(key.text, of: "notes"))
        try await store.store.keepLogin(sealed, "another", of: "notes", at: WallTime(milliseconds: 0))
        #expect(throws: VaultError.self) {
            try store.vault.open(sealed, for: SecretPlace(.login, "notes", "another"))
        }
        try await store.write(nil, at: key)
        #expect(try await store.read(key) == nil)
        #expect(home.files(with: "canary-client").isEmpty)
    }
}
