import ArgumentParser
import Conformance
import MCPConnection

/// The root command: proves what an MCP server or client does, check by check.
@main
struct OpenworkConform: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openwork-conform",
        abstract: "Proves that an MCP server or client does what the specification asks, check by check.",
        discussion: """
            Check a server by the command that starts it; everything after -- is that command:
              openwork-conform run --server -- mcp-server-time
              openwork-conform run --server -- npx -y @modelcontextprotocol/server-everything

            Check a server by its address:
              openwork-conform run --url http://127.0.0.1:3000/mcp
              openwork-conform run --url https://example.com/mcp --bearer-env TOKEN

            Check a client, which is started for one scenario after the other with the address of a server:
              openwork-conform run --client -- my-client
              openwork-conform run --check 'CLIENT-AUTH-*' --client -- python client.py

            Let it call a tool, give it a credential, hold it to a revision:
              openwork-conform run --call get_current_time --arguments '{"timezone": "UTC"}' \\
                  --server -- mcp-server-time
              openwork-conform run --env API_KEY --server -- my-server
              openwork-conform run --revision all --server -- my-server

            In CI, with a report for the test tab:
              openwork-conform run --format junit --output report.xml --server -- my-server

            Read again what a run found, in another shape; put the parts of a divided run together:
              openwork-conform report run.json --format html --output report.html
              openwork-conform merge part-*.json --format json --output run.json

            Only some checks; what a check is about:
              openwork-conform run --check 'TOOLS-*' --server -- my-server
              openwork-conform explain TOOLS-UNIQUE-NAMES
              openwork-conform list --coverage

            What is wrong with entries of the registry:
              openwork-conform lint my-tool.json

            See it at work without a server of your own, sound or broken:
              openwork-conform run --mock
              openwork-conform run --mock --fault duplicate-tool-names

            Record a real server without its secrets, serve the recording, hold it against the server:
              openwork-conform record --output time.jsonl -- mcp-server-time
              openwork-conform replay time.jsonl
              openwork-conform verify time.jsonl -- mcp-server-time

            Say what has changed in a list of tools, and pin what you have read:
              openwork-conform diff time.jsonl -- mcp-server-time
              openwork-conform lock --name time -- mcp-server-time

            Make an entry of the registry from a server that runs:
              openwork-conform init --package pypi:mcp-server-time -- mcp-server-time

            The fixtures of the registry, seen and read about:
              openwork-conform fixtures list

            Exit codes: \(RunExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: " · "))
            """,
        version: "openwork-conform \(ConformVersion.current)",
        subcommands: [
            RunCommand.self, ReportCommand.self, MergeCommand.self, ListCommand.self, ExplainCommand.self,
            LintCommand.self, SuiteCommand.self, RecordCommand.self, ReplayCommand.self, VerifyCommand.self,
            FixturesCommand.self, DiffCommand.self, LockCommand.self, InitCommand.self,
        ]
    )

    static func main() async {
        StandardDescriptors.fill()
        await main(nil)
    }
}
