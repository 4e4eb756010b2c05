import Foundation
import JSON
import TestSupport
import Testing

@Suite("A registry of its own, in a folder", .timeLimit(.minutes(1)))
struct RegistryFolderTests {
    /// GitHub's entry under another id, and a role that knows it: nothing here is shipped.
    private static func registry(in folder: TemporaryFolder) throws -> String {
        for name in ["Catalogue", "Roles"] {
            try FileManager.default.createDirectory(
                atPath: folder.path("own/\(name)"),
                withIntermediateDirectories: true
            )
        }
        let entry = try String(contentsOfFile: SourceTree.registry + "/Catalogue/github.json", encoding: .utf8)
        let renamed = entry.replacing(#""id": "github""#, with: #""id": "codeden""#)
        _ = try folder.file("own/Catalogue/codeden.json", renamed)
        let role = #"{"id": "engineering", "name": "Engineering", "mcpServers": ["codeden"]}"#
        _ = try folder.file("own/Roles/engineering.json", role)
        return folder.path("own")
    }

    @Test("is the one that the mocks are played from", arguments: ["stdio", "memory"])
    func run(transport: String) async throws {
        let folder = try TemporaryFolder()
        let words = [
            "run", "codeden/remote", "--registry", try Self.registry(in: folder), "--transport", transport, "--check",
            "TOOLS-ENTRY-NAMES", "--check", "FAULT-LIST-ERROR", "--faults", "--format", "json",
        ]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(try run.verdicts() == ["TOOLS-ENTRY-NAMES": "passed", "FAULT-LIST-ERROR": "passed"])
    }

    @Test("has a file of entries laid over it as well")
    func overlaid() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "own.json",
            #"{"id": "extra", "name": "Extra", "npmPackage": "extra-mcp", "tools": ["extra_list"]}"#
        )
        let words = [
            "run", "extra", "codeden/remote", "--registry", try Self.registry(in: folder), "--overlay", file, "--check",
            "TOOLS-ENTRY-NAMES", "--format", "json",
        ]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(try run.json["results"]?.arrayValue?.allSatisfy { $0["verdict"] == "passed" } == true)
    }
}
