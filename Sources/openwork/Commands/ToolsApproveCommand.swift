import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `tools approve`: agents may have tools as they are defined now.
struct ToolsApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Let agents have tools as they are defined now; look at them first with openwork tools review.",
        discussion: "With name@sha256:… only that very definition is approved, whatever the server says meanwhile."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "The integration's id.") var id: String

    @Argument(help: "Names of tools.") var tools: [String] = []

    @Flag(help: "Everything of the integration that waits.") var all = false

    func validate() throws {
        guard all != !tools.isEmpty else { throw ValidationError("name tools, or give --all, and not both") }
    }

    func run() async throws {
        try await client.with { daemon in
            var named: [String: String?] = [:]
            for tool in tools {
                let parts = tool.split(separator: "@", maxSplits: 1).map(String.init)
                named[parts.first ?? ""] = .some(parts.count == 2 ? parts[1] : nil)
            }
            let request = ApproveRequest(all ? nil : named)
            let json = try await daemon.send(.post, try Path.integration(id, "tools/approve"), request.json)
            let left = try ToolReviews(json)
            let words = left.all.isEmpty ? "nothing of \(id) waits any more" : left.text
            Terminal.print(client.json ? json.text(.pretty) : words)
        }
    }
}
