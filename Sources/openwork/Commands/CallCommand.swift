import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `call`: one tool, to try it.
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call a tool of an integration, and print what it answers.",
        discussion: """
              openwork call github get_me
              openwork call github search_repositories '{"query": "swift"}'
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The integration's id.") var id: String

    @Argument(help: "The tool's name.") var tool: String

    @Argument(help: "Its arguments, as a JSON object.") var arguments: String = "{}"

    func run() async throws {
        try await client.with { daemon in
            guard let json = try? JSONValue(parsing: arguments), let object = json.objectValue else {
                throw ClientFault.usage("the arguments are no JSON object: write '{\"name\": \"value\"}'")
            }
            let request = CallRequest(tool: tool, arguments: object)
            let answer = try await daemon.send(.post, try Path.integration(id, "call"), request.json)
            let report = try CallReport(json: answer)
            Terminal.print(client.json ? answer.text(.pretty) : Self.text(report))
            if report.outcome != "ok", report.outcome != "slow" { throw ExitCode(1) }
        }
    }

    /// The texts of the content where there are only texts, otherwise the result as it is.
    private static func text(_ report: CallReport) -> String {
        let content = report.result["content"]?.arrayValue ?? []
        let texts = content.compactMap { $0["text"]?.stringValue }
        let body = texts.count == content.count && !texts.isEmpty ? texts.joined(separator: "\n") : nil
        return (body ?? report.result.text(.pretty)) + "\n→ \(report.outcome), \(report.durationMs) ms"
    }
}
