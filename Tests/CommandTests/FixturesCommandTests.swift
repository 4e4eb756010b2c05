import Foundation
import Testing

@Suite("openwork-conform fixtures", .timeLimit(.minutes(2)))
struct FixturesCommandTests {
    private static func conform(_ arguments: [String], _ folder: TemporaryFolder) async throws -> ToolRun {
        try await ToolRun.of("openwork-conform", ["fixtures"] + arguments, in: folder)
    }

    @Test("document writes five files for the usual server, and nothing the second time")
    func document() async throws {
        let folder = try TemporaryFolder()
        let place = ["--output", folder.path("Fixtures")]
        let trial = try await Self.conform(["document", "lemlist", "--check"] + place, folder)
        #expect(trial.code == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("Fixtures")))
        let first = try await Self.conform(["document", "lemlist"] + place, folder)
        #expect(first.output == "5 written, 0 unchanged, 0 recorded, 5 impossible\n")
        #expect(first.errors.contains("lemlist/remote: no probe-ok: no tools are known"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("Fixtures/lemlist")).sorted()
        #expect(
            names == [
                "credential-missing.jsonl", "credential-wrong.jsonl", "handshake+tools.jsonl", "handshake.jsonl",
                "probe-ok.jsonl",
            ]
        )
        let second = try await Self.conform(["document", "lemlist", "--check"] + place, folder)
        #expect(second.output == "0 written, 5 unchanged, 0 recorded, 5 impossible\n")
        #expect(second.code == 0)
        let list = try await Self.conform(["list", "lemlist"] + place, folder)
        #expect(list.output == "DDDDD  lemlist/skill\n-----  lemlist/remote\n0 recorded, 5 documented, 5 none\n")
    }

    @Test("a recording is never replaced")
    func recording() async throws {
        let folder = try TemporaryFolder()
        let place = ["--output", folder.path("Fixtures")]
        _ = try await Self.conform(["document", "lemlist"] + place, folder)
        let file = folder.path("Fixtures/lemlist/handshake.jsonl")
        let header =
            #"{"format":"openwork-fixture/1","integration":"lemlist","kind":"handshake","#
            + #""provenance":"recorded","server":{},"transport":"stdio","recordedAt":"2026-01-01","redactions":{}}"#
            + "\n"
        try header.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try await Self.conform(["document", "lemlist"] + place, folder)
        #expect(run.output == "0 written, 4 unchanged, 1 recorded, 5 impossible\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == header)
    }

    @Test("an unknown integration finds its nearest, and nothing at all is not everything")
    func usage() async throws {
        let folder = try TemporaryFolder()
        let unknown = try await Self.conform(["document", "lemlisst"], folder)
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("did you mean lemlist?"))
        #expect(try await Self.conform(["document"], folder).errors.contains("name integrations, or say --all"))
    }
}
