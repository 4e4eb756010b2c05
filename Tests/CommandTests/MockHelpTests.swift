import MCPConnection
import MockMCP
import Testing

@Suite("What openwork-mock says of itself is true", .timeLimit(.minutes(1)))
struct MockHelpTests {
    @Test("--list-faults documents every fault of the catalogue, with the rule it breaks and all that can be set")
    func listFaults() async throws {
        let run = try await ToolRun.of("openwork-mock", ["--list-faults"], in: TemporaryFolder())
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n").map(String.init)
        let names = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        #expect(names == FaultCatalogue.all.forms.map { "  \($0.name)" })
        for form in FaultCatalogue.all.forms {
            let start = try #require(lines.firstIndex(of: "  \(form.name)"))
            let entry = lines[(start + 1)...].prefix { $0.hasPrefix("      ") }
            #expect(entry.prefix(2) == ["      \(form.summary)", "      breaks: \(form.breaks)"])
            for parameter in form.parameters {
                let head = "      \(parameter.name)=<\(parameter.kind.rawValue)>"
                #expect(
                    entry.contains { $0.hasPrefix(head) && $0.hasSuffix(parameter.summary) },
                    "\(form.name) \(head)"
                )
            }
        }
    }

    @Test(
        "every fault of the catalogue is taken where it means something, and nowhere else",
        arguments: FaultCatalogue.all.forms.map(\.name)
    )
    func starts(name: String) async throws {
        let setting = name == "patch" ? "patch=/jsonrpc:2.0" : name
        let form = try #require(FaultCatalogue.all.forms.first { $0.name == name })
        for transport in [MockTransport.stdio, .http] {
            let words = ["--transport", transport.rawValue, "--fault", setting, "--print-script"]
            let run = try await ToolRun.of("openwork-mock", words, in: TemporaryFolder())
            if form.reach.transports.contains(transport) {
                #expect(run.code == 0)
                #expect(run.errors == "")
            } else {
                #expect(run.code == 64)
                #expect(run.errors.hasPrefix("fault '\(setting)': it means nothing over \(transport.rawValue): "))
            }
        }
    }

    @Test("each example of --help runs as it stands")
    func examples() async throws {
        let folder = try TemporaryFolder()
        let help = try await ToolRun.of("openwork-mock", ["--help"], in: folder).output
        let examples = help.split(separator: "\n").filter {
            // What listens does not end with its input; MockHTTPCommandTests has it.
            ($0.hasPrefix("  openwork-mock") || $0.contains("| ")) && !$0.contains("--transport http")
        }
        #expect(examples.count >= 9)
        let built = try ToolRun.path(of: "openwork-mock").split(separator: "/").dropLast().joined(separator: "/")
        for example in examples {
            let shell = StdioServer(
                executable: "/bin/sh",
                arguments: ["-c", String(example)],
                environment: ["PATH": "/\(built):/usr/bin:/bin"],
                workingDirectory: folder.path("")
            )
            let run = try await withServerProcess(shell, clock: ContinuousClock()) { process in
                process.channel.close()
                return await process.exited()
            }
            #expect(try run.value == .code(0), "\(example)")
            #expect(run.exit.errorTail.lines == [])
        }
    }
}
