import JSON
import TestSupport
import Testing

@Suite("openwork-conform lint")
struct LintCommandTests {
    private static let bad = """
        {"id": "mine", "name": "Mine", "auth": "none",
         "servers": [{"kind": "remote", "url": "http://example.com/mcp"}]}
        """

    @Test("tells what is wrong, with line and fix, and ends with 65")
    func bad() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("mine.json", Self.bad)
        let run = try await ToolRun.of("openwork-conform", ["lint", file], in: folder)
        #expect(run.code == 65)
        #expect(
            run.output == """
                \(file):2:33: error: mine.servers[0].url is "http://example.com/mcp": \
                write https, because credentials are sent there [REG-ADDRESS]
                1 error and 0 warnings in 1 entry

                """
        )
    }

    @Test("writes JSON and GitHub's annotations")
    func formats() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("mine.json", Self.bad)
        let json = try await ToolRun.of("openwork-conform", ["lint", file, "--format", "json"], in: folder).json
        #expect(json["errors"] == 1)
        #expect(json["faults"]?[0]?["path"] == "/servers/0/url")
        #expect(json["faults"]?[0]?["line"] == 2)
        let github = try await ToolRun.of("openwork-conform", ["lint", file, "--format", "github"], in: folder).output
        #expect(github.hasPrefix("::error file=\(file),line=2,col=33,title=REG-ADDRESS::mine.servers[0].url is"))
    }

    @Test("lays a file over the shipped entries, so that it may be a part of one")
    func overlay() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("mine.json", #"{"id": "stripe", "health": {"interval": "5m"}}"#)
        let alone = try await ToolRun.of("openwork-conform", ["lint", file], in: folder)
        #expect(alone.code == 65)
        #expect(alone.output.contains("stripe.name is missing: give what people call it [REG-FORM]"))
        let laid = try await ToolRun.of("openwork-conform", ["lint", "--overlay", file], in: folder)
        #expect(laid.code == 0, "\(laid.output)")
    }

    @Test("prints the schema and the rules")
    func schema() async throws {
        let folder = try TemporaryFolder()
        let schema = try await ToolRun.of("openwork-conform", ["lint", "--schema"], in: folder).json
        #expect(schema["$defs"]?["Integration"]?["required"] == ["id", "name"])
        let rules = try await ToolRun.of("openwork-conform", ["lint", "--rules"], in: folder).output
        #expect(rules.contains("REG-ADDRESS  A remote server is reached by https, but for loopback.\n"))
    }

    @Test("says when a file is not there")
    func missing() async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of("openwork-conform", ["lint", folder.path("none.json")], in: folder)
        #expect(run.code == 65)
        #expect(run.output.contains("none.json:1:1: error: the file cannot be read (No such file or directory)"))
    }

    @Test("list --integrations shows the catalogue, by tier and role")
    func listing() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["list", "--integrations", "--tier", "P0", "--role", "sales"]
        let run = try await ToolRun.of("openwork-conform", arguments, in: folder)
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("id") ?? false)
        #expect(lines.dropFirst().contains { $0.hasPrefix("stripe ") && $0.contains("  P0  ") })
        let wrong = try await ToolRun.of("openwork-conform", ["list", "--integrations", "--role", "sale"], in: folder)
        #expect(wrong.code == 64)
        #expect(wrong.errors.contains("--role sale is no role: did you mean sales?"))
    }
}
