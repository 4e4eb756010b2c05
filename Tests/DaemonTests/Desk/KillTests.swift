import Foundation
import Install
import TestSupport
import Testing

@Suite("A daemon that is killed at any moment", .serialized)
struct KillTests {
    @Test(
        "has lost nothing that it acknowledged, leaves no process, and uses nothing that is half there",
        .enabled(if: BuiltProduct.path(of: "openworkd") != nil),
        .timeLimit(.minutes(10))
    )
    func killed() async throws {
        let daemon = try #require(BuiltProduct.path(of: "openworkd"))
        let command = InstallCommand(
            "python3",
            ["\(SourceTree.registry)/../../scripts/kill-daemon", "--rounds", "10", "--daemon", daemon],
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        )
        let runner = ProcessRunner(clock: ContinuousClock())
        let result = await runner.run(command, within: .seconds(540)) { _ in }
        #expect(result.ending == .exited(0), "\((result.output + result.errors).joined(separator: "\n"))")
    }
}
