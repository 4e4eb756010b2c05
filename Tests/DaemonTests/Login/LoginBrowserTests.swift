import Foundation
import MCPConnection
import Synchronization
import TestSupport
import Testing

/// The whole story with the built programs and a real browser; only where somebody asked for it.
@Suite(
    "A log-in in a real browser",
    .enabled(if: ProcessInfo.processInfo.environment["OPENWORK_BROWSER_TESTS"] == "1"),
    .timeLimit(.minutes(5))
)
struct LoginBrowserTests {
    @Test("is played from the first refusal to the last token")
    func story() async throws {
        let daemon = try #require(BuiltProduct.path(of: "openworkd"))
        let folder = URL(filePath: daemon).deletingLastPathComponent().path
        let root = #filePath.split(separator: "/Tests/DaemonTests/")[0]
        let script = StdioServer(
            executable: "python3",
            arguments: ["\(root)/scripts/check-login", folder],
            environment: ProcessInfo.processInfo.environment
        )
        let said = Mutex<[String]>([])
        let note: @Sendable (String) -> Void = { line in said.withLock { $0.append(line) } }
        let end = try await withServerProcess(script, clock: ContinuousClock(), onErrorLine: note) { process in
            await process.exited()
        }.outcome.get()
        #expect(end == .code(0), "\(said.withLock { $0.joined(separator: "\n") })")
    }
}
