import Foundation
import JSON
import Testing

@Suite("The faults on the command line", .timeLimit(.minutes(1)))
struct FaultCommandTests {
    @Test("are listed with what each must come to, and explained one by one")
    func listed() async throws {
        let folder = try TemporaryFolder()
        let json = try await ToolRun.of("openwork-conform", ["list", "--faults", "--json"], in: folder).json
        let stall = json.arrayValue?.first { $0["fault"] == "stall=tools/call" }
        #expect(stall?["outcome"] == "timeout")
        #expect(stall?["states"] == ["first": "disconnected", "once": "degraded", "lasting": "disconnected"])
        #expect(stall?["check"] == "FAULT-STALL")
        let text = try await ToolRun.of("openwork-conform", ["explain", "fault-stall"], in: folder).output
        #expect(text.contains("stall=tools/call (http, memory, stdio) comes to timeout at probe"))
    }

    @Test("are played over processes with --faults, and the matrix says what was seen")
    func wide() async throws {
        let words = ["run", "github/remote", "--check", "FAULT-CALL-ERROR", "--faults", "--format", "json"]
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 0, "\(run.output)")
        let rows = try run.json["results"]?.arrayValue ?? []
        #expect(rows.compactMap { $0["transport"]?.stringValue }.sorted() == ["http", "memory", "stdio"])
        #expect(rows.allSatisfy { $0["repeat"]?.stringValue?.contains("--check FAULT-CALL-ERROR") == true })
        let row = try run.json["faultMatrix"]?.arrayValue?.first { $0["fault"] == "call-error" }
        #expect(row?["seen"]?["stdio"]?["asDeclared"] == 1)
        for place in ["stdio", "http"] { #expect(row?["seen"]?[place]?["outcomes"] == ["vendor_error"]) }
        let again = try await ToolRun.of("openwork-conform", words + ["--output", folder.path("run.json")], in: folder)
        #expect(again.code == 0)
        let report = ["report", folder.path("run.json"), "--format", "json"]
        let told = try await ToolRun.of("openwork-conform", report, in: folder)
        #expect(try told.json["faultMatrix"]?.arrayValue?.count == run.json["faultMatrix"]?.arrayValue?.count)
    }

    @Test("find an entry whose assertion is content with a refusal, and fail the run")
    func careless() async throws {
        let folder = try TemporaryFolder()
        let entry = """
            {"id": "careless", "name": "Careless", "npmPackage": "careless-mcp@1.0.0", "tools": ["who_am_i"],
             "configSchema": {"API_KEY": {"type": "string", "required": true, "secret": true, "description": "Key"}},
             "auth": {"kind": "apiKey"},
             "probe": {"tool": "who_am_i", "readOnly": true, "expect": {"contains": "r"}}}
            """
        try entry.write(toFile: folder.path("own.json"), atomically: true, encoding: .utf8)
        let words = ["run", "careless", "--overlay", folder.path("own.json"), "--check", "FAULT-AUTH-ERROR-AS-RESULT"]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 1, "\(run.output)\(run.errors)")
        #expect(run.output.contains("auth-error-as-result"))
        #expect(run.output.contains("credential_invalid"))
        #expect(run.output.contains("ok at probe"))
    }
}
