import Foundation
import JSON
import Testing

@Suite("openwork-conform list and explain")
struct ListAndExplainTests {
    @Test("list names every check once, with its level")
    func list() async throws {
        let folder = try TemporaryFolder()
        let json = try await ToolRun.of("openwork-conform", ["list", "--json"], in: folder).json
        let ids = (json.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
        let text = try await ToolRun.of("openwork-conform", ["list"], in: folder).output
        #expect(ids.count > 50)
        for id in ids {
            #expect(text.split(separator: "\n").filter { $0.split(separator: " ").first == id[...] }.count == 1)
        }
    }

    @Test("explain prints rule, reason, method, twin and links")
    func explain() async throws {
        let run = try await ToolRun.of("openwork-conform", ["explain", "init-ping"], in: TemporaryFolder())
        #expect(run.code == 0)
        for heading in ["What is required", "Why it matters", "How it is tried", "What breaks it", "How binding it is"]
        {
            #expect(run.output.contains(heading))
        }
        #expect(run.output.contains("https://modelcontextprotocol.io/specification/2025-06-18/basic/utilities/ping"))
        #expect(run.output.contains("2026-07-28  no rule"))
    }

    @Test("an unknown check finds its nearest")
    func unknown() async throws {
        let run = try await ToolRun.of("openwork-conform", ["explain", "TOOLS-NAME"], in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains("did you mean TOOLS-NAMES?"))
    }

    @Test(
        "--version and --help answer",
        arguments: [("--version", "openwork-conform 0."), ("--help", "Exit codes: 0 every check passed")]
    )
    func answers(flag: String, words: String) async throws {
        let run = try await ToolRun.of("openwork-conform", [flag], in: TemporaryFolder())
        #expect(run.code == 0)
        #expect(run.output.replacingOccurrences(of: "\n", with: " ").contains(words))
    }
}
