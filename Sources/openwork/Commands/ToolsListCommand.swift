import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `tools list`: what an integration offers.
struct ToolsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tools of an integration, as its server lists them now."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            let json = try await daemon.send(.get, try Path.integration(id, "tools"))
            if client.json { return Terminal.print(json.text(.pretty)) }
            let tools = try AnswerReader(json).list("tools") { json throws(AnswerError) in try ToolReport(json: json) }
            var table = TextTable(["", "tool", "about"])
            for tool in tools {
                let about = (tool.summary ?? "").split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
                table.add([tool.isListed ? "✅" : "❔", tool.name, String(about.prefix(100))])
            }
            Terminal.print(table.text)
        }
    }
}
