import JSON
import Testing

@Suite("openwork-mock and its scripts", .timeLimit(.minutes(1)))
struct MockScriptFileTests {
    @Test(
        "what --print-script prints is what --script reads",
        arguments: [
            [], ["--revision", "legacy"], ["--revision", "2026-07-28", "--seed", "9"],
            ["--fault", "latency=1ms,jitter=2ms", "--fault", #"patch=/result/tools/0/name:"a, b""#],
        ]
    )
    func roundTrip(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let first = try await ToolRun.of("openwork-mock", arguments + ["--print-script"], in: folder)
        #expect(first.code == 0)
        let script = try folder.file("my.json", first.output)
        let second = try await ToolRun.of("openwork-mock", ["--script", script, "--print-script"], in: folder)
        #expect(second.code == 0)
        #expect(second.output == first.output)
        #expect(try first.json["tools"]?.arrayValue?.isEmpty == false)
    }

    @Test("the command line adds to the script")
    func adding() async throws {
        let folder = try TemporaryFolder()
        let script = try folder.file("s.json", #"{"name": "mine", "faults": ["null-id"]}"#)
        let run = try await ToolRun.of(
            "openwork-mock",
            ["--script", script, "--fault", "list-churn", "--revision", "modern", "--print-script"],
            in: folder
        )
        #expect(try run.json["name"] == "mine")
        #expect(try run.json["faults"] == ["null-id", "list-churn"])
        #expect(try run.json["revisions"] == "modern")
    }

    @Test("everything that is wrong with a script is said at once, with its place")
    func wrongScript() async throws {
        let folder = try TemporaryFolder()
        let text = #"{"nme": 1, "tools": [{"name": "a b"}, {"name": "c", "delay": "2"}], "faults": ["latncy=2s"]}"#
        let script = try folder.file("bad.json", text)
        let run = try await ToolRun.of("openwork-mock", ["--script", script], in: folder)
        #expect(run.code == 65)
        #expect(run.output == "")
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix(script + ": ") })
        for words in ["nme is not known: did you mean name?", "tools[0].name", "tools[1].delay", "faults[0]"] {
            #expect(lines.contains { $0.contains(words) }, "\(words)")
        }
    }
}
