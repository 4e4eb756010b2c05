import MCP
import MCPConnection
import TestSupport
import Testing

@Suite("openwork-mock and the executable beside it", .timeLimit(.minutes(1)))
struct MockSiblingTests {
    @Test("everything is the server with every feature", arguments: [ProtocolRevision.latest, .latestLegacy])
    func everything(revision: ProtocolRevision) async throws {
        let judge = WireJudge()
        let run = try await withStdioClient(
            try MockProcess.server(["everything", "--revision", revision.rawValue]),
            configuration: ClientConfiguration(
                info: Implementation(name: "test", version: "1"),
                offer: .only(revision),
                bounds: .patient
            ),
            tap: judge.tap,
            clock: ContinuousClock()
        ) { client in
            try await client.listTools().map(\.name)
        }
        judge.report()
        #expect(try run.value.contains("test_simple_text"))
        #expect(run.violations == [])
        #expect(run.exits.last?.isOrderly == true)
    }

    @Test("where it is missing, it is named with the fix")
    func missing() async throws {
        let folder = try TemporaryFolder()
        let alone = folder.path("openwork-mock")
        // Copied by another process: a child that this one starts meanwhile would hold the file open for writing, and an
        // executable that is being written cannot be started.
        let copy = try await ToolRun.of(path: "/bin/cp", [try ToolRun.path(of: "openwork-mock"), alone], in: folder)
        #expect(copy.code == 0)
        let run = try await ToolRun.of(path: alone, ["everything"], in: folder)
        #expect(run.code == 69)
        #expect(run.errors.contains("openwork-mock-everything cannot be started (No such file or directory)"))
        #expect(run.errors.contains("swift build --product openwork-mock-everything"))
    }
}
