import Conformance
import Testing

@Suite("What a change is about")
struct ChangedFilesTests {
    @Test(
        "is told by the files that it touches",
        arguments: [
            ([], .only([])),
            (["Sources/Registry/Catalogue/slack.json"], .only(["slack"])),
            (["conformance/zoom.yaml", "Fixtures/github/remote/handshake.jsonl"], .only(["zoom", "github"])),
            (["docs/checks.md", "README.md", "Sources/MCP/README.md"], .only([])),
            (["docs/checks.md", "Sources/Registry/Catalogue/slack.json"], .only(["slack"])),
            (["Sources/MCP/Client/ClientSession.swift"], .all(because: "Sources/MCP/Client/ClientSession.swift")),
            (["conformance/profiles/entry.yaml"], .all(because: "conformance/profiles/entry.yaml")),
            (["Sources/Registry/Roles/sales.json"], .all(because: "Sources/Registry/Roles/sales.json")),
            (["Fixtures/index.json"], .all(because: "Fixtures/index.json")),
            (["Package.swift", "conformance/zoom.yaml"], .all(because: "Package.swift")),
        ] as [([String], ChangedFiles.Scope)]
    )
    func scope(paths: [String], scope: ChangedFiles.Scope) {
        #expect(ChangedFiles(paths).scope == scope)
    }

    @Test("is told by other folders, too, where a registry has its own")
    func folders() {
        let folders = ChangedFiles.Folders(entries: ["registry/Catalogue/"], suites: ["suites/"])
        #expect(
            ChangedFiles(["registry/Catalogue/a.json", "suites/b.yaml"], folders: folders).scope == .only(["a", "b"])
        )
    }
}
