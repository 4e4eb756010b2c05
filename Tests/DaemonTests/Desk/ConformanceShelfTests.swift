import DaemonAPI
import FoundationEssentials
import Testing

@testable import Daemon

@Suite("Reports of the checks")
struct ConformanceShelfTests {
    private func shelf(_ files: [String: String]) throws -> ConformanceShelf {
        let folder = FileManager.default.temporaryDirectory.path + "/conformance-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
        return ConformanceShelf(folder: folder)
    }

    @Test func `The newest report of each integration counts`() throws {
        let shelf = try shelf([
            "a.json": #"""
            {"startedAt": "2026-01-02T00:00:00Z", "results": [
              {"integration": "github", "check": "A", "verdict": "passed", "advisory": false},
              {"integration": "github", "check": "B", "verdict": "failed", "advisory": true, "expected": "x", "actual": "y"},
              {"integration": "github", "check": "C", "verdict": "failed", "advisory": false, "excuse": {"reason": "r"}}]}
            """#,
            "b.json":
                #"{"startedAt": "2026-01-01T00:00:00Z", "results": [{"integration": "github", "verdict": "failed"}]}"#,
        ])
        let found = shelf.summaries()
        #expect(found.map(\.integration) == ["github"])
        #expect(found.first?.counts == ["passed": 1, "advisory": 1, "expected_failure": 1])
        #expect(found.first?.findings.map(\.check) == ["B"])
    }

    @Test func `What is no report is passed over, and no folder is no report`() throws {
        let shelf = try shelf(["a.json": "[1]", "b.json": "{", "c.txt": "x"])
        #expect(shelf.summaries() == [])
        #expect(ConformanceShelf(folder: "/nowhere").summaries() == [])
    }
}
