import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `tools review`: what waits for somebody to look at it.
struct ToolsReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Show tools that agents do not get until somebody has looked at them, with what has changed.",
        discussion: "Exit codes: 0 nothing waits · 1 something does"
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Only those of one integration.") var id: String?

    func run() async throws {
        try await client.with { daemon in
            let query = try id.map { id in
                _ = try Path.integration(id)
                return "?integration=\(id)"
            }
            let json = try await daemon.send(.get, "/api/tools/review\(query ?? "")")
            let reviews = try ToolReviews(json)
            Terminal.print(client.json ? json.text(.pretty) : reviews.text)
            if !reviews.all.isEmpty { throw ExitCode(1) }
        }
    }
}
