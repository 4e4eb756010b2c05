import Install
import Registry
import Store
import Supervision
import Testing

@Suite("After a crash, the installed servers")
struct InstallHealingTests {
    private let home: HomeFolder
    private let store: SQLiteStore
    private let pip = PretendedPip()

    init() throws {
        home = try HomeFolder()
        store = try SQLiteStore.inMemory()
    }

    private func request(_ version: String) -> InstallRequest {
        InstallRequest("my-tool", IntegrationServer(.pypi, package: "my-server", version: version))
    }

    @Test("get the row that the crash kept from a whole folder, where nothing else is in use")
    func adopted() async throws {
        let made = try await home.library(store, pip).install(request("1.0"))
        let fresh = try SQLiteStore.inMemory()
        let library = home.library(fresh, pip)
        #expect(try await library.heal().adopted == ["servers/my-tool/1.0"])
        #expect(try await library.current(of: "my-tool")?.installation == made.installation)
        #expect(try await library.heal().isEmpty)
    }

    @Test("lose a whole folder without a row where another is in use")
    func orphan() async throws {
        let library = home.library(store, pip)
        let old = try await library.install(request("1.0"))
        _ = try await home.library(SQLiteStore.inMemory(), pip).install(request("1.1"))
        #expect(try await library.heal().removed == ["servers/my-tool/1.1"])
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
        #expect(try await library.current(of: "my-tool") == old)
    }

    @Test("lose what is half there: installs, removals and locks of nothing")
    func halves() async throws {
        let library = home.library(store, pip)
        _ = try await library.install(request("1.0"))
        for name in ["1.1.partial-1-1/bin/x", "1.1.replaced-1-1/x", ".gone-1/x", "1.2/bin/x", "1.3.lock.json"] {
            try home.leave("servers/my-tool/\(name)")
        }
        try home.leave("servers/.gone-2/x")
        try home.leave("servers/new-tool/1.0/bin/x")
        let healing = try await library.heal()
        #expect(healing.removed == ["servers/my-tool/1.2", "servers/new-tool/1.0"])
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
        #expect(home.names("servers/new-tool").isEmpty)
        #expect(home.names("servers") == ["my-tool", "new-tool"])
    }

    @Test("use the version before where the one in use is not whole")
    func brokenCurrent() async throws {
        let library = home.library(store, pip)
        let old = try await library.install(request("1.0"))
        _ = try await library.install(request("1.1"))
        try home.remove("servers/my-tool/1.1/openwork-install.json")
        #expect(try await library.current(of: "my-tool") == nil)
        #expect(try await library.heal().broken == ["servers/my-tool/1.1"])
        #expect(try await library.current(of: "my-tool") == old)
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
    }

    @Test("have nothing in use where the only one is not whole, until it is fetched again")
    func brokenOnly() async throws {
        let library = home.library(store, pip)
        _ = try await library.install(request("1.0"))
        try home.remove("servers/my-tool/1.0/bin/my-server")
        #expect(try await library.heal().broken == ["servers/my-tool/1.0"])
        #expect(try await library.current(of: "my-tool") == nil)
        let again = try await library.install(request("1.0"))
        #expect(try await library.current(of: "my-tool") == again)
        #expect(try await library.heal().isEmpty)
    }
}
