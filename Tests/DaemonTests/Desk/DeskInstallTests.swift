import Daemon
import DaemonAPI
import Foundation
import Glibc
import Health
import JSON
import Logging
import MockVendors
import Testing

@Suite("Packages at the desk, with the real pip and a registry on loopback", .serialized)
struct DeskInstallTests {
    private let scene: DeskScene

    init() throws {
        scene = try DeskScene()
        guard case .object(var entry) = scene.weather() else { return }
        entry["servers"] = [
            [
                "kind": "pypi", "package": "weather-server", "version": "1.0.0",
                "environment": ["WEATHER_FOLDER": .string(scene.folder)],
            ]
        ]
        try scene.write([.object(entry)])
    }

    private static let hasPython = access("/usr/bin/python3", X_OK) == 0

    private static func package(_ version: String, _ text: String) -> PublishedPackage {
        PublishedPackage(
            "weather-server",
            version,
            files: ["weather_server.py": text],
            programs: ["weather-server": "weather_server:main"]
        )
    }

    private static let good = """
        import os, runpy
        def main(): runpy.run_path(os.environ["WEATHER_FOLDER"] + "/server.py")

        """

    private static let registry = PackageRegistry(wheels: [
        package("1.0.0", good), package("1.1.0", "import mcp_that_moved\n" + good), package("1.2.0", good),
    ])

    /// Opens the desk with clients of the registry.
    private func open(
        _ vendor: PackageRegistryServer,
        _ body: (Desk<ContinuousClock>) async throws -> Void
    ) async throws {
        try await scene.open { settings in
            settings.environment["PIP_INDEX_URL"] = vendor.pythonIndex
            settings.environment["PIP_CONFIG_FILE"] = "/dev/null"
            settings.environment["PIP_NO_CACHE_DIR"] = "1"
            settings.environment["PIP_RETRIES"] = "0"
        } _: { desk in
            try await body(desk)
        }
    }

    @Test(
        "are installed by configuring, gone back from when a new version dies on import, and started without a network",
        .enabled(if: hasPython),
        .timeLimit(.minutes(5))
    )
    func story() async throws {
        let token = ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right])
        try await PackageRegistryServer.with(Self.registry, logger: Logger(label: "test")) { vendor in
            try await open(vendor) { desk in
                let first = try await desk.configure("weather", token)
                #expect(first.status.health.state == .connected, "\(first)")
                #expect(first.steps == ["weather-server 1.0.0 is installed"])
                let failed = try await desk.upgrade("weather", InstallOptions(version: "1.1.0"))
                #expect(failed.done == .rolledBack && failed.status.health.state == .connected, "\(failed)")
                #expect(failed.steps.contains { $0.contains("No module named 'mcp_that_moved'") }, "\(failed.steps)")
                #expect(failed.steps.contains("1.1.0 did not start: back to 1.0.0"))
                let next = try await desk.upgrade("weather", InstallOptions(version: "1.2.0"))
                #expect(next.done == .upgraded && next.status.health.state == .connected, "\(next)")
                let install = try await desk.integration("weather").install
                #expect(install?.version == "1.2.0" && install?.previous == "1.0.0")
                let missing = await #expect(throws: Problem.self) {
                    try await desk.upgrade("weather", InstallOptions(version: "9.9.9"))
                }
                #expect(missing?.code == "install_no_such_version")
            }
            vendor.fail(with: 503)
            let asked = vendor.paths.count
            try await open(vendor) { desk in
                _ = try await desk.wait(for: "weather") { $0.health.state == .connected }
                let back = try await desk.rollBack("weather")
                #expect(back.status.health.state == .connected)
                #expect(try await desk.integration("weather").install?.version == "1.0.0")
                let none = await #expect(throws: Problem.self) { try await desk.rollBack("weather") }
                #expect(none?.code == "no_former_version")
            }
            #expect(vendor.paths.count == asked)
        }
    }

    @Test("that cannot be fetched are told, and the settings stay", .enabled(if: hasPython), .timeLimit(.minutes(5)))
    func unreachable() async throws {
        let token = ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right])
        try await PackageRegistryServer.with(Self.registry, logger: Logger(label: "test")) { vendor in
            vendor.fail(with: 503)
            try await open(vendor) { desk in
                let verdict = try await desk.configure("weather", token)
                #expect(verdict.status.health.state == .disconnected, "\(verdict)")
                #expect(verdict.status.health.reason.evidence?.contains("weather-server") == true, "\(verdict)")
                #expect(try await desk.integration("weather").revision == 1)
                vendor.fail(with: nil)
                let tried = try await desk.test("weather")
                #expect(tried.status.health.state == .connected, "\(tried)")
            }
        }
    }
}
