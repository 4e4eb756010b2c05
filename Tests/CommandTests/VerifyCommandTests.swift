import Fixtures
import Foundation
import TestSupport
import Testing

@Suite("openwork-conform verify and replay", .timeLimit(.minutes(2)))
struct VerifyCommandTests {
    private static func recorded(_ folder: TemporaryFolder, _ words: [String] = []) async throws -> String {
        let file = folder.path("tools.jsonl")
        let mock = try ToolRun.path(of: "openwork-mock")
        let run = try await ToolRun.of(
            "openwork-conform",
            ["record", "--output", file] + words + ["--", mock],
            in: folder
        )
        #expect(run.code == 0, "\(run.errors)")
        return file
    }

    @Test("the server that was recorded, and the replay of it, differ in nothing")
    func same() async throws {
        let folder = try TemporaryFolder()
        let file = try await Self.recorded(folder, ["--scenario", "full", "--tool", "fail"])
        let mock = try ToolRun.path(of: "openwork-mock")
        let conform = try ToolRun.path(of: "openwork-conform")
        for server in [[mock], [mock, "--replay", file], [conform, "replay", file]] {
            let run = try await ToolRun.of("openwork-conform", ["verify", file, "--"] + server, in: folder)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("no difference"))
        }
    }

    @Test("a server that changed is told apart by class, and --update takes the change over")
    func changed() async throws {
        let folder = try TemporaryFolder()
        let file = try await Self.recorded(folder)
        let mock = try ToolRun.path(of: "openwork-mock")
        let broken = ["--", mock, "--fault", "patch=/result/tools/0/name:other"]
        let run = try await ToolRun.of("openwork-conform", ["verify", file] + broken, in: folder)
        #expect(run.code == 1)
        #expect(run.output.contains("tool_removed  breaking  echo"))
        #expect(run.output.contains("tool_added  harmless  other"))
        let update = try await ToolRun.of("openwork-conform", ["verify", "--update", file] + broken, in: folder)
        #expect(update.code == 0, "\(update.errors)")
        let again = try await ToolRun.of("openwork-conform", ["verify", file] + broken, in: folder)
        #expect(again.code == 0, "\(again.output)")
    }

    @Test("a file that is no fixture is refused with its line")
    func noFixture() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("bad.jsonl", "{\"format\": \"something\"}\n")
        for words in [["verify", file, "--", "true"], ["replay", file]] {
            let run = try await ToolRun.of("openwork-conform", words, in: folder)
            #expect(run.code == 65)
            #expect(run.errors.contains("\(file):1: format is"))
        }
        let mock = try await ToolRun.of("openwork-mock", ["--replay", file], in: folder)
        #expect(mock.code == 65)
        #expect(mock.errors.contains("\(file):1: format is"))
    }
}
