import Install
import MCPConnection
import Registry
import Store
import Supervision
import Testing

@Suite("The installed servers")
struct InstallLibraryTests {
    private let home: HomeFolder
    private let store: SQLiteStore
    private let pip = PretendedPip()

    init() throws {
        home = try HomeFolder()
        store = try SQLiteStore.inMemory()
    }

    private func request(_ version: String?) -> InstallRequest {
        InstallRequest("my-tool", IntegrationServer(.pypi, package: "my-server", version: version))
    }

    @Test("lie in a folder each, with a lock beside it and a row that says which is in use")
    func layout() async throws {
        let library = home.library(store, pip)
        let made = try await library.install(request("1.0"))
        #expect(made.row.folder == "servers/my-tool/1.0")
        #expect(made.installation.program?.executable == "\(home.path)/servers/my-tool/1.0/bin/my-server")
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
        #expect(try await store.installs(of: "my-tool").map(\.isCurrent) == [true])
        #expect(try await library.current(of: "my-tool") == made)
        #expect(made.version == "1.0" && made.isVersion(of: request("1.1").server))
    }

    @Test("are not fetched again while they are there, with no client at all")
    func reused() async throws {
        let first = try await home.library(store, pip).install(request("1.0"))
        pip.fail(true)
        let library = home.library(store, pip)
        #expect(try await library.install(request("1.0")) == first)
        #expect(pip.runs == 1)
    }

    @Test("are fetched again by their lock when their folder is gone")
    func locked() async throws {
        let library = home.library(store, pip)
        _ = try await library.install(request("1.0"))
        try home.remove("servers/my-tool/1.0")
        #expect(try await library.current(of: "my-tool") == nil)
        _ = try await library.install(request("1.0"))
        #expect(pip.lastRequirements.contains("helper==2.0.0"))
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
    }

    @Test("stay beside a new version, and are gone back to when it does not start")
    func upgradeAndBack() async throws {
        let library = home.library(store, pip)
        let old = try await library.install(request("1.0"))
        let new = try await library.install(request("1.1"))
        #expect(try await library.current(of: "my-tool") == new)
        #expect(try await library.rollBack("my-tool") == old)
        #expect(try await library.current(of: "my-tool") == old)
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
        #expect(try await library.rollBack("my-tool") == nil)
    }

    @Test("without a version are renewed only when something in them is new")
    func unpinned() async throws {
        let library = home.library(store, pip)
        let first = try await library.install(request(nil))
        #expect(first.row.version == "latest" && first.version == "9.0")
        #expect(try await library.upgrade(request(nil)) == first)
        pip.publish(helper: "2.1.0")
        let second = try await library.upgrade(request(nil))
        #expect(second.row.version == "latest-r2")
        #expect(try await library.rollBack("my-tool") == first)
    }

    @Test("are kept up to a number, the newest and the one in use")
    func pruned() async throws {
        let library = home.library(store, pip, keeping: 2)
        for version in ["1.0", "1.1", "1.2", "1.3"] { _ = try await library.install(request(version)) }
        #expect(try await library.versions(of: "my-tool").map(\.version) == ["1.3", "1.2"])
        #expect(home.names("servers/my-tool") == ["1.2", "1.2.lock.json", "1.3", "1.3.lock.json"])
    }

    @Test("stay in use when a new one cannot be fetched, and nothing of that stays")
    func failed() async throws {
        let library = home.library(store, pip)
        let old = try await library.install(request("1.0"))
        pip.fail(true)
        let error = await #expect(throws: InstallError.self) { try await library.install(request("1.1")) }
        #expect(error?.code == .diskFull)
        #expect(try await library.current(of: "my-tool") == old)
        #expect(home.names("servers/my-tool") == ["1.0", "1.0.lock.json"])
    }

    @Test("are fetched once when two ask for them at the same time", .timeLimit(.minutes(1)))
    func queued() async throws {
        let gate = OneShot<Void>()
        let pip = PretendedPip { _ = await gate.wait() }
        let library = home.library(store, pip)
        let request = request("1.0")
        async let first = library.install(request)
        async let second = library.install(request)
        gate.fulfil(())
        let made = try await [first, second]
        #expect(made[0] == made[1] && pip.runs == 1)
    }

    @Test("are removed with their rows and locks, and others stay")
    func uninstalled() async throws {
        let library = home.library(store, pip)
        _ = try await library.install(request("1.0"))
        _ = try await library.install(InstallRequest("other", request("1.0").server))
        try await library.uninstall("my-tool")
        #expect(home.names("servers") == ["other"])
        #expect(try await store.installedIntegrations() == ["other"])
    }
}
