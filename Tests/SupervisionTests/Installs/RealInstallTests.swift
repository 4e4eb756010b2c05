import FoundationEssentials
import Glibc
import Install
import Logging
import MockVendors
import Registry
import Store
import Supervision
import Testing

@Suite("Installed servers, with the real clients and registries on loopback", .serialized)
struct RealInstallTests {
    private static let environment: [String: String] = {
        let names: Set<String> = ["PATH", "LANG", "TMPDIR", "PYENV_ROOT"]
        return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    }()

    static func has(_ program: String) -> Bool {
        (environment["PATH"] ?? "").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    private static func wheel(_ version: String) -> PublishedPackage {
        var package = PublishedPackage(
            "sample-server",
            version,
            files: ["sample_server.py": "import helper_lib\ndef main():\n    print('\(version)', helper_lib.name)\n"],
            programs: ["sample-server": "sample_server:main"]
        )
        package.dependencies = ["helper-lib>=2"]
        return package
    }

    private static func helper(_ version: String) -> PublishedPackage {
        PublishedPackage("helper-lib", version, files: ["helper_lib.py": "name = '\(version)'\n"], programs: [:])
    }

    private static func tarball(_ version: String) -> PublishedPackage {
        let text = "#!/usr/bin/env node\nconsole.log('\(version)', require('helper-lib'))\n"
        var package = PublishedPackage(
            "sample-server",
            version,
            files: ["server.js": text],
            programs: ["sample-server": "server.js"]
        )
        package.dependencies = ["helper-lib@^2.0.0"]
        package.installScript = "node -e \"require('fs').writeFileSync('ran.txt', '')\""
        return package
    }

    private static func nodeHelper(_ version: String) -> PublishedPackage {
        PublishedPackage("helper-lib", version, files: ["index.js": "module.exports = '\(version)'\n"], programs: [:])
    }

    private func request(_ kind: ServerKind, _ version: String, integrity: String? = nil) -> InstallRequest {
        var server = IntegrationServer(kind, package: "sample-server", version: version)
        server.integrity = integrity
        return InstallRequest("sample", server)
    }

    /// A library in a home, whose clients ask registries that have these packages; in another folder where one is given.
    private func with(
        _ registry: PackageRegistry,
        in home: String,
        store: SQLiteStore,
        _ body: (InstallLibrary, PackageRegistryServer) async throws -> Void
    ) async throws {
        try await PackageRegistryServer.with(registry, logger: Logger(label: "test")) { server in
            var environment = Self.environment
            environment["HOME"] = home
            environment["PIP_INDEX_URL"] = server.pythonIndex
            environment["PIP_CONFIG_FILE"] = "/dev/null"
            environment["PIP_NO_CACHE_DIR"] = "1"
            environment["PIP_RETRIES"] = "0"
            environment["NPM_CONFIG_REGISTRY"] = server.nodeRegistry
            environment["NPM_CONFIG_CACHE"] = "\(home)/npm-cache"
            environment["NPM_CONFIG_USERCONFIG"] = "/dev/null"
            environment["NPM_CONFIG_FETCH_RETRIES"] = "0"
            let clock = Ticks()
            let library = InstallLibrary(
                home: home,
                store: store,
                installer: Installer(runner: ProcessRunner(clock: ContinuousClock()), environment: environment),
                now: { clock.next() }
            )
            try await body(library, server)
        }
    }

    private func said(by server: InstalledServer?) async throws -> [String] {
        let program = try #require(server?.installation.program)
        let command = InstallCommand(program.executable, program.arguments, environment: Self.environment)
        return await ProcessRunner(clock: ContinuousClock()).run(command, within: .seconds(60)) { _ in }.output
    }

    @Test(
        "are upgraded and gone back from; a wrong hash, a missing version and a dead registry leave what is in use",
        .enabled(if: has("npm") && has("python3")),
        .timeLimit(.minutes(5)),
        arguments: [ServerKind.pypi, .npm]
    )
    func story(kind: ServerKind) async throws {
        let home = try HomeFolder()
        let store = try SQLiteStore.inMemory()
        let registry = PackageRegistry(
            wheels: [Self.wheel("1.0.0"), Self.wheel("1.1.0"), Self.helper("2.0.0")],
            tarballs: [Self.tarball("1.0.0"), Self.tarball("1.1.0"), Self.nodeHelper("2.0.0")]
        )
        try await with(registry, in: home.path, store: store) { library, vendor in
            let first = try await library.install(request(kind, "1.0.0"))
            #expect(try await said(by: first) == ["1.0.0 2.0.0"])
            #expect(first.row.integrity != nil)
            let wrong = kind == .npm ? "sha512-AAAA" : "sha256:" + String(repeating: "0", count: 64)
            for bad in [request(kind, "1.1.0", integrity: wrong), request(kind, "9.9.9")] {
                await #expect(throws: InstallError.self) { try await library.install(bad) }
            }
            #expect(try await library.current(of: "sample") == first)
            let second = try await library.upgrade(request(kind, "1.1.0"))
            #expect(try await said(by: second) == ["1.1.0 2.0.0"])
            vendor.fail(with: 503)
            await #expect(throws: InstallError.self) { try await library.upgrade(request(kind, "1.0.0")) }
            // No network is needed for what is there.
            #expect(try await library.install(request(kind, "1.1.0")) == second)
            #expect(try await library.rollBack("sample") == first)
            #expect(try await said(by: library.current(of: "sample")) == ["1.0.0 2.0.0"])
            #expect(home.names("servers/sample") == ["1.0.0", "1.0.0.lock.json"])
            #expect(!home.names("servers/sample/1.0.0/node_modules/sample-server").contains("ran.txt"))
        }
    }

    @Test(
        "are the same to the last dependency when they are fetched again, although newer ones are there",
        .enabled(if: has("npm") && has("python3")),
        .timeLimit(.minutes(5)),
        arguments: [ServerKind.pypi, .npm]
    )
    func again(kind: ServerKind) async throws {
        let home = try HomeFolder()
        let store = try SQLiteStore.inMemory()
        let old = PackageRegistry(
            wheels: [Self.wheel("1.0.0"), Self.helper("2.0.0")],
            tarballs: [Self.tarball("1.0.0"), Self.nodeHelper("2.0.0")]
        )
        try await with(old, in: home.path, store: store) { library, _ in
            _ = try await library.install(request(kind, "1.0.0"))
        }
        try home.remove("servers/sample/1.0.0")
        let new = PackageRegistry(
            wheels: [Self.wheel("1.0.0"), Self.helper("2.0.0"), Self.helper("2.1.0")],
            tarballs: [Self.tarball("1.0.0"), Self.nodeHelper("2.0.0"), Self.nodeHelper("2.1.0")]
        )
        try await with(new, in: home.path, store: store) { library, _ in
            #expect(try await library.current(of: "sample") == nil)
            let same = try await library.install(request(kind, "1.0.0"))
            #expect(try await said(by: same) == ["1.0.0 2.0.0"])
            let renewed = try await library.upgrade(request(kind, "1.0.0"))
            #expect(try await said(by: renewed) == ["1.0.0 2.1.0"])
            #expect(renewed.row.version == "1.0.0-r2")
        }
    }

    @Test(
        "are not changed by an install that is given up half-way, which leaves nothing",
        .enabled(if: has("python3")),
        .timeLimit(.minutes(5))
    )
    func givenUp() async throws {
        let home = try HomeFolder()
        let store = try SQLiteStore.inMemory()
        let registry = PackageRegistry(wheels: [Self.wheel("1.0.0"), Self.wheel("1.1.0"), Self.helper("2.0.0")])
        try await with(registry, in: home.path, store: store) { library, _ in
            let first = try await library.install(request(.pypi, "1.0.0"))
            let (steps, told) = AsyncStream.makeStream(of: InstallEvent.self, bufferingPolicy: .bufferingNewest(1_000))
            let next = request(.pypi, "1.1.0")
            await withTaskGroup(of: Bool.self) { group in
                group.addTask { (try? await library.install(next) { told.yield($0) }) != nil }
                for await event in steps where event == .began(.fetch) { break }
                group.cancelAll()
                #expect(await group.next() == false)
            }
            #expect(try await library.current(of: "sample") == first)
            #expect(home.names("servers/sample") == ["1.0.0", "1.0.0.lock.json"])
        }
    }

    @Test(
        "are not changed when the disk is full, which is told",
        .enabled(if: has("python3") && geteuid() == 0),
        .timeLimit(.minutes(5))
    )
    func full() async throws {
        let home = try HomeFolder()
        try home.leave("disk/x")
        let disk = "\(home.path)/disk"
        // Where root may not mount either, there is no disk to fill.
        guard mount("tmpfs", disk, "tmpfs", 0, "size=64m") == 0 else { return }
        defer { umount(disk) }
        let store = try SQLiteStore.inMemory()
        let registry = PackageRegistry(wheels: [Self.wheel("1.0.0"), Self.wheel("1.1.0"), Self.helper("2.0.0")])
        try await with(registry, in: disk, store: store) { library, _ in
            let first = try await library.install(request(.pypi, "1.0.0"))
            try Self.fill(disk)
            let error = await #expect(throws: InstallError.self) { try await library.install(request(.pypi, "1.1.0")) }
            #expect(error?.code == .diskFull, "\(String(describing: error)) \(error?.lines ?? [])")
            #expect(try await library.current(of: "sample") == first)
            #expect(home.names("disk/servers/sample") == ["1.0.0", "1.0.0.lock.json"])
        }
    }

    /// Leaves a quarter of a megabyte.
    private static func fill(_ disk: String) throws {
        let descriptor = open("\(disk)/ballast", O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        let block = [UInt8](repeating: 1, count: 256 << 10)
        while write(descriptor, block, block.count) == block.count {}
        ftruncate(descriptor, lseek(descriptor, 0, SEEK_END) - (256 << 10))
        close(descriptor)
    }
}
