import Foundation
import Glibc
import Install
import Logging
import MockVendors
import Registry
import Testing

@Suite("The real clients, against registries on loopback", .serialized)
struct RealClientTests {
    private static let environment: [String: String] = {
        let names: Set<String> = ["PATH", "HOME", "LANG", "TMPDIR", "PYENV_ROOT"]
        return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    }()

    static func has(_ program: String) -> Bool {
        (environment["PATH"] ?? "").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    private static let python = PublishedPackage(
        "sample-server",
        "1.2.3",
        files: ["sample_server.py": "import helper_lib\ndef main():\n    print('hello from', helper_lib.name)\n"],
        programs: ["sample-server": "sample_server:main"]
    )
    private static let helper = PublishedPackage(
        "helper-lib",
        "2.0.0",
        files: ["helper_lib.py": "name = 'python'\n"],
        programs: [:]
    )
    private static let node = PublishedPackage(
        "sample-server",
        "1.2.3",
        files: ["server.js": "#!/usr/bin/env node\nconsole.log('hello from', require('helper-lib'))\n"],
        programs: ["sample-server": "server.js"]
    )
    private static let nodeHelper = PublishedPackage(
        "helper-lib",
        "2.0.0",
        files: ["index.js": "module.exports = 'node'\n"],
        programs: [:]
    )

    /// Installs from registries that have these, with the environment that points the clients there.
    private func install(
        _ server: IntegrationServer,
        from registry: PackageRegistry,
        trouble: Int? = nil,
        lock: [LockedPackage] = [],
        _ body: (Result<Installation, InstallError>, Scratch, PackageRegistryServer) async throws -> Void
    ) async throws {
        let scratch = try Scratch()
        try await PackageRegistryServer.with(registry, logger: Logger(label: "test")) { server_ in
            server_.fail(with: trouble)
            var environment = Self.environment
            environment["PIP_INDEX_URL"] = server_.pythonIndex
            environment["PIP_CONFIG_FILE"] = "/dev/null"
            environment["PIP_NO_CACHE_DIR"] = "1"
            environment["PIP_RETRIES"] = "0"
            environment["NPM_CONFIG_REGISTRY"] = server_.nodeRegistry
            environment["NPM_CONFIG_CACHE"] = scratch("npm-cache")
            environment["NPM_CONFIG_USERCONFIG"] = "/dev/null"
            environment["NPM_CONFIG_FETCH_RETRIES"] = "0"
            let installer = Installer(runner: ProcessRunner(clock: ContinuousClock()), environment: environment)
            let result: Result<Installation, InstallError>
            do throws(InstallError) {
                let request = InstallRequest("sample", server, lock: lock)
                result = .success(try await installer.install(request, at: scratch("server")))
            } catch {
                result = .failure(error)
            }
            try await body(result, scratch, server_)
        }
    }

    private func output(of made: Installation) async throws -> [String] {
        let program = try #require(made.program)
        let command = InstallCommand(program.executable, program.arguments, environment: Self.environment)
        return await ProcessRunner(clock: ContinuousClock()).run(command, within: .seconds(60)) { _ in }.output
    }

    private func pypi(_ version: String = "1.2.3", integrity: String? = nil) -> IntegrationServer {
        var server = IntegrationServer(.pypi, package: "sample-server", version: version)
        server.integrity = integrity
        return server
    }

    private func npm(_ version: String = "1.2.3", integrity: String? = nil) -> IntegrationServer {
        var server = IntegrationServer(.npm, package: "sample-server", version: version)
        server.integrity = integrity
        return server
    }

    // MARK: pip

    @Test(
        "pip installs a package with what it needs, and its program starts where it was put",
        .enabled(if: has("python3")),
        .timeLimit(.minutes(5)),
        arguments: [false, true]
    )
    func python(hashed: Bool) async throws {
        var package = Self.python
        package.dependencies = ["helper-lib>=2"]
        let registry = PackageRegistry(wheels: [package, Self.helper])
        let integrity = hashed ? PackageRegistry.integrity(ofWheel: package) : nil
        try await install(pypi(integrity: integrity), from: registry) { result, scratch, _ in
            let made = try result.get()
            #expect(made.lock.map(\.name) == ["helper-lib", "sample-server"])
            #expect(made.lock.last?.integrity == PackageRegistry.integrity(ofWheel: package))
            let output = try await output(of: made)
            #expect(output == ["hello from python"])
            #expect(scratch.names == ["server"])
        }
    }

    @Test(
        "pip's faults are told apart",
        .enabled(if: has("python3")),
        .timeLimit(.minutes(5)),
        arguments: [
            ("9.9.9", nil, nil, InstallError.Code.noSuchVersion),
            ("1.2.3", "sha256:" + String(repeating: "0", count: 64), nil, .integrityMismatch),
            // That its index failed is nothing that pip says.
            ("1.2.3", nil, 503, .noSuchPackage),
        ] as [(String, String?, Int?, InstallError.Code)]
    )
    func pythonFaults(version: String, integrity: String?, trouble: Int?, code: InstallError.Code) async throws {
        let registry = PackageRegistry(wheels: [Self.python, Self.helper])
        try await install(pypi(version, integrity: integrity), from: registry, trouble: trouble) { result, scratch, _ in
            guard case .failure(let error) = result else {
                Issue.record("it was installed")
                return
            }
            #expect(error.code == code, "\(error.lines)")
            #expect(scratch.names.isEmpty)
        }
    }

    @Test("pip refuses a file that is not what its index says", .enabled(if: has("python3")), .timeLimit(.minutes(5)))
    func pythonTampered() async throws {
        var package = Self.python
        package.fault = .wrongHash
        try await install(pypi(), from: PackageRegistry(wheels: [package])) { result, scratch, _ in
            #expect(throws: InstallError.self) { try result.get() }
            if case .failure(let error) = result { #expect(error.code == .integrityMismatch, "\(error.lines)") }
            #expect(scratch.names.isEmpty)
        }
    }

    @Test("pip installs by a lock exactly what was there before", .enabled(if: has("python3")), .timeLimit(.minutes(5)))
    func pythonLocked() async throws {
        var package = Self.python
        package.dependencies = ["helper-lib>=2"]
        var newer = Self.helper
        newer.version = "2.1.0"
        let lock = [package, Self.helper].map { one in
            LockedPackage(one.name, one.version, integrity: PackageRegistry.integrity(ofWheel: one))
        }
        let registry = PackageRegistry(wheels: [package, newer, Self.helper])
        try await install(pypi(), from: registry, lock: lock) { result, _, _ in
            let made = try result.get()
            #expect(made.lock.map(\.version).sorted() == ["1.2.3", "2.0.0"])
        }
        try await install(pypi(), from: registry) { result, _, _ in
            let made = try result.get()
            #expect(made.lock.map(\.version).sorted() == ["1.2.3", "2.1.0"])
        }
    }

    // MARK: npm

    @Test(
        "npm installs a package with what it needs, and its program starts where it was put",
        .enabled(if: has("npm")),
        .timeLimit(.minutes(5)),
        arguments: [false, true]
    )
    func node(hashed: Bool) async throws {
        var package = Self.node
        package.dependencies = ["helper-lib@^2.0.0"]
        let registry = PackageRegistry(tarballs: [package, Self.nodeHelper])
        let integrity = hashed ? PackageRegistry.integrity(ofTarball: package) : nil
        try await install(npm(integrity: integrity), from: registry) { result, scratch, _ in
            let made = try result.get()
            #expect(made.lock.map(\.name) == ["helper-lib", "sample-server"])
            #expect(made.lock.last?.integrity == PackageRegistry.integrity(ofTarball: package))
            let output = try await output(of: made)
            #expect(output == ["hello from node"])
            #expect(scratch.names == ["npm-cache", "server"])
        }
    }

    @Test(
        "npm runs no script of a package, unless the entry allows it",
        .enabled(if: has("npm")),
        .timeLimit(.minutes(5)),
        arguments: [false, true]
    )
    func scripts(allowed: Bool) async throws {
        var package = Self.node
        package.installScript = "node -e \"require('fs').writeFileSync('ran.txt', '')\""
        var server = npm()
        server.allowsInstallScripts = allowed
        try await install(server, from: PackageRegistry(tarballs: [package])) { result, scratch, _ in
            _ = try result.get()
            let trace = scratch("server/node_modules/sample-server/ran.txt")
            #expect(FileManager.default.fileExists(atPath: trace) == allowed)
        }
    }

    @Test(
        "npm's faults are told apart",
        .enabled(if: has("npm")),
        .timeLimit(.minutes(5)),
        arguments: [
            ("9.9.9", nil, nil, nil, InstallError.Code.noSuchVersion),
            ("1.2.3", "sha512-AAAA", nil, nil, .integrityMismatch),
            ("1.2.3", nil, 503, nil, .registryUnreachable), ("1.2.3", nil, 404, nil, .noSuchPackage),
            ("1.2.3", nil, 401, nil, .registryRefused), ("1.2.3", nil, nil, .wrongHash, .integrityMismatch),
        ] as [(String, String?, Int?, PublishedPackage.Fault?, InstallError.Code)]
    )
    func nodeFaults(
        version: String,
        integrity: String?,
        trouble: Int?,
        fault: PublishedPackage.Fault?,
        code: InstallError.Code
    ) async throws {
        var package = Self.node
        package.fault = fault
        let registry = PackageRegistry(tarballs: [package])
        try await install(npm(version, integrity: integrity), from: registry, trouble: trouble) { result, scratch, _ in
            guard case .failure(let error) = result else {
                Issue.record("it was installed")
                return
            }
            #expect(error.code == code, "\(error.lines)")
            #expect(!scratch.names.contains { $0.hasPrefix("server") })
        }
    }
}
