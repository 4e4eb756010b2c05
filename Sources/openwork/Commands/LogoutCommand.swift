import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

/// `logout`: tokens go back to the vendor, and nothing of them stays here.
struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Forget the log-in of an integration, and ask its vendor to do so too."
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await client.with { daemon in
            let answer = try await daemon.send(.post, try Path.integration(id, "oauth/logout"), [:])
            // That it has no credential afterwards is what was wanted.
            Terminal.print(client.json ? answer.text(.pretty) : VerdictText.text(try Verdict(json: answer)))
        }
    }
}
