import Foundation
import Glibc
import JSON
import Logging
import MockVendors
import Testing

@Suite("openwork-conform init of a package", .serialized, .timeLimit(.minutes(8)))
struct InitPackageTests {
    private static let home = ProcessInfo.processInfo.environment

    private static func has(_ program: String) -> Bool {
        (home["PATH"] ?? "").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Runs `init` in a folder of its own while registries on loopback have the sample packages.
    private func initialise(
        _ words: [String],
        _ body: (ToolRun, TemporaryFolder, (_ words: [String]) async throws -> ToolRun) async throws -> Void
    ) async throws {
        let registry = PackageRegistry(
            wheels: [SampleServers.python, SampleServers.pythonHelper],
            tarballs: [SampleServers.node]
        )
        let folder = try TemporaryFolder()
        try await PackageRegistryServer.with(registry, logger: Logger(label: "test")) { served in
            let environment = [
                "PATH": Self.home["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path("."), "TMPDIR": folder.path("."),
                "PIP_INDEX_URL": served.pythonIndex, "PIP_CONFIG_FILE": "/dev/null", "PIP_NO_CACHE_DIR": "1",
                "PIP_RETRIES": "0", "NPM_CONFIG_REGISTRY": served.nodeRegistry,
                "NPM_CONFIG_CACHE": folder.path("npm-cache"), "NPM_CONFIG_USERCONFIG": "/dev/null",
                "NPM_CONFIG_FETCH_RETRIES": "0", "PYENV_ROOT": Self.home["PYENV_ROOT"] ?? "",
            ]
            let again: ([String]) async throws -> ToolRun = { words in
                try await ToolRun.of("openwork-conform", words, environment: environment, in: folder)
            }
            let run = try await again(["init", "--output", folder.path("shop"), "--yes"] + words)
            try await body(run, folder, again)
        }
    }

    private static func entry(_ folder: TemporaryFolder) throws -> JSONValue {
        try JSONValue(parsing: try String(contentsOfFile: folder.path("shop/shop.json"), encoding: .utf8))
    }

    @Test(
        "installs it, starts its program, names the version that came, and checks the real one as the entry says",
        arguments: [("pypi:mcp-server-shop", "python3"), ("npm:@acme/mcp-server-shop@1.2.3", "npm")]
    )
    func whole(package: String, tool: String) async throws {
        guard Self.has(tool) else { return }
        try await initialise(["--no-credential", "--package", package, "--", "--loud", "yes"]) { run, folder, _ in
            #expect(run.code == 0, "\(run.output) \(run.errors)")
            let server = try #require(try Self.entry(folder)["servers"]?[0])
            #expect(server["version"] == "1.2.3")
            #expect(server["executable"] == nil)
            #expect(server["arguments"] == ["--loud", "yes"])
            #expect(run.output.contains(" --mode live --overlay "))
            #expect(!run.output.contains("openwork-live-"), "a folder that is gone is nothing to repeat with")
            let recorded = try String(contentsOfFile: folder.path("shop/Fixtures/shop/probe-ok.jsonl"), encoding: .utf8)
            #expect(recorded.contains(#""command":["mcp-server-shop","--loud","yes"]"#))
            #expect(!recorded.contains(folder.path("")))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("."))
            #expect(!left.contains { $0.hasPrefix("openwork-live-") })
        }
    }

    @Test("with --prefix what was installed stays, and a live run takes it up", .enabled(if: has("python3")))
    func kept() async throws {
        let folder = try TemporaryFolder()
        let words = [
            "--prefix", folder.path("kept"), "--skip-checks", "--no-credential", "--package",
            "pypi:mcp-server-shop==1.2.3", "--constraint", "shop-lib<3", "--install", "--", "plain",
        ]
        try await initialise(words) { run, files, again in
            #expect(run.code == 0, "\(run.output) \(run.errors)")
            #expect(try Self.entry(files)["servers"]?[0]?["constraints"] == ["shop-lib<3"])
            #expect(try Self.entry(files)["servers"]?[0]?["arguments"] == ["plain"])
            let live = try await again([
                "run", "shop/pypi", "--mode", "live", "--overlay", files.path("shop/shop.json"), "--prefix",
                folder.path("kept"), "--check", "TOOLS-ENTRY-*", "--check", "REG-INSTALL", "--format", "json",
            ])
            #expect(live.code == 0, "\(live.output.prefix(2000)) \(live.errors)")
            #expect(try live.verdicts()["TOOLS-ENTRY-NAMES"] == "passed")
        }
    }

    @Test(
        "that the registry does not have is told with what to do, and nothing is written",
        .enabled(if: has("python3"))
    )
    func unknown() async throws {
        try await initialise(["--package", "pypi:mcp-server-shop@9.9.9"]) { run, folder, _ in
            #expect(run.code == 3)
            #expect(run.errors.contains("choose a version that is there"), "\(run.errors)")
            #expect(run.errors.contains("--allow-build"))
            #expect(!FileManager.default.fileExists(atPath: folder.path("shop")))
        }
    }

    @Test(
        "what does not belong together is told",
        arguments: [
            (["--yes"], "--package pypi:NAME"),
            (["--constraint", "a<2", "--", "x"], "--constraint belongs to --package"),
            (["--prefix", "p", "--package", "pypi:x", "--", "x"], "--prefix is for a package that is installed here"),
            (["--install", "--", "x"], "--install is for a package"),
        ]
    )
    func usage(words: [String], text: String) async throws {
        let run = try await ToolRun.of("openwork-conform", ["init"] + words, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains(text), "\(run.errors)")
    }
}
