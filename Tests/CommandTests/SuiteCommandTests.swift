import Foundation
import Testing

@Suite("openwork-conform suite, and runs by a folder of suites")
struct SuiteCommandTests {
    @Test("writes a folder that a run agrees with, until a fact is lost", .timeLimit(.minutes(1)))
    func written() async throws {
        let folder = try TemporaryFolder()
        let suites = folder.path("suites")
        let wrote = try await ToolRun.of("openwork-conform", ["suite", "slack", "--write", suites], in: folder)
        #expect(wrote.code == 0)
        let words = ["run", "slack/skill", "--suites", suites, "--check", "REG-*", "--format", "json"]
        let agreed = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(agreed.code == 0)
        #expect(try agreed.verdicts()["REG-SUITE"] == "passed")

        let path = "\(suites)/slack.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing("invalid, ", with: "")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let lost = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(lost.code == 1)
        #expect(try lost.verdicts()["REG-SUITE"] == "failed")
    }

    @Test("names the file, the place and the fix of a suite that cannot be read", .timeLimit(.minutes(1)))
    func unreadable() async throws {
        let folder = try TemporaryFolder()
        let suites = folder.path("suites")
        _ = try await ToolRun.of("openwork-conform", ["suite", "slack", "--write", suites], in: folder)
        _ = try folder.file("suites/slack.yaml", "servers: { skill: { tries: [invalidd] } }")
        let run = try await ToolRun.of("openwork-conform", ["run", "slack", "--suites", suites], in: folder)
        #expect(run.code == 64)
        #expect(run.errors.contains("slack.yaml: servers.skill: invalidd is no cause: use"))
    }

    @Test("fails the check where an integration has no suite", .timeLimit(.minutes(1)))
    func absent() async throws {
        let folder = try TemporaryFolder()
        let suites = folder.path("suites")
        _ = try await ToolRun.of("openwork-conform", ["suite", "slack", "--write", suites], in: folder)
        let words = ["run", "discord", "--suites", suites, "--check", "REG-SUITE", "--format", "json"]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 1)
        #expect(try run.verdicts()["REG-SUITE"] == "failed")
    }
}
