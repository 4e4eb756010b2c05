import Foundation
import JSON
import Testing

@Suite("A run divided among machines")
struct ShardingTests {
    @Test(
        "is the undivided run again when its parts are merged, byte for byte apart from times",
        .timeLimit(.minutes(10))
    )
    func whole() async throws {
        let folder = try TemporaryFolder()
        let common = ["--format", "json", "--no-times", "--output"]
        // In memory, where nothing has to be started: what is divided is the same.
        let all = ["run", "--all", "--transport", "memory"]
        var parts: [String] = []
        for index in 1...4 {
            let path = folder.path("\(index).json")
            let run = try await ToolRun.of(
                "openwork-conform",
                all + ["--shard", "\(index)/4"] + common + [path],
                in: folder
            )
            #expect(run.code == 0, "\(run.errors)")
            parts.append(path)
        }
        let (whole, merged) = (folder.path("whole.json"), folder.path("merged.json"))
        let run = try await ToolRun.of("openwork-conform", all + common + [whole], in: folder)
        #expect(run.code == 0, "\(run.errors)")
        let merge = try await ToolRun.of(
            "openwork-conform",
            ["merge"] + parts.reversed() + common + [merged],
            in: folder
        )
        #expect(merge.code == 0, "\(merge.errors)")
        let (left, right) = (try text(whole), try text(merged))
        let first = zip(left.split(separator: "\n"), right.split(separator: "\n")).first { $0 != $1 }
        #expect(left == right, "the first difference: \(first.map { "\($0.0) and \($0.1)" } ?? "one is longer")")
        var limits = JSONLimits()
        (limits.bytes, limits.values, limits.containers) = (1 << 30, 1 << 30, 1 << 30)
        let value = try JSONValue(parsing: Array(left.utf8), limits: limits)
        #expect(value["summary"]?["integrations"]?.intValue ?? 0 >= 49)
    }

    @Test("is not whole without one of its parts")
    func missing() async throws {
        let folder = try TemporaryFolder()
        let part = folder.path("1.json")
        _ = try await ToolRun.of(
            "openwork-conform",
            ["run", "github", "slack", "--check", "REG-*", "--shard", "1/2", "--format", "json", "--output", part],
            in: folder
        )
        let merge = try await ToolRun.of("openwork-conform", ["merge", part], in: folder)
        #expect(merge.code == 65)
        #expect(merge.errors.contains("part 2/2 is missing"))
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
