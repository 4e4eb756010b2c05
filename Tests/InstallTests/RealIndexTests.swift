import Foundation
import Install
import Registry
import Testing

@Suite("The real index of Python packages", .enabled(if: RealIndex.isWanted))
struct RealIndexTests {
    @Test(
        "has what an entry pins, and its program starts",
        .timeLimit(.minutes(10)),
        arguments: [("mcp-server-time", "2025.9.25", nil), ("mcp-coda", "0.12.3", nil)] as [(String, String, String?)]
    )
    func real(package: String, version: String, integrity: String?) async throws {
        let scratch = try Scratch()
        var server = IntegrationServer(.pypi, package: package, version: version)
        server.integrity = integrity
        let runner = ProcessRunner(clock: ContinuousClock())
        let installer = Installer(runner: runner, environment: RealIndex.environment)
        let made = try await installer.install(InstallRequest("real", server), at: scratch("server"))
        #expect(made.lock.contains { $0.name == package && $0.version == version })
        #expect(made.lock.allSatisfy { $0.integrity?.hasPrefix("sha256:") == true })
        let program = try #require(made.program)
        let help = InstallCommand(program.executable, ["--help"], environment: ["PATH": "/usr/bin:/bin"])
        let result = await runner.run(help, within: .seconds(60)) { _ in }
        #expect(result.ending == .exited(0))
    }

    @Test("knows no version that was never published", .timeLimit(.minutes(10)))
    func unknown() async throws {
        let scratch = try Scratch()
        let server = IntegrationServer(.pypi, package: "mcp-coda", version: "999.0.0")
        let installer = Installer(runner: ProcessRunner(clock: ContinuousClock()), environment: RealIndex.environment)
        let error = await #expect(throws: InstallError.self) {
            try await installer.install(InstallRequest("real", server), at: scratch("server"))
        }
        #expect(error?.code == .noSuchVersion)
        #expect(scratch.names.isEmpty)
    }
}

/// Whether the index itself may be asked: only where somebody says so.
enum RealIndex {
    static let environment = ProcessInfo.processInfo.environment
    static let isWanted = environment["OPENWORK_PYPI"] != nil
}
