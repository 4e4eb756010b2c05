import ArgumentParser
import Conformance
import MCPConnection
import Reporting

/// `explain`: one check in full.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a check is about.",
        discussion: """
            Prints what is required and how binding that is in each revision, why it matters, how it is tried, what \
            breaks it, and where it is written.

              openwork-conform explain CALL-UNKNOWN-METHOD
            """
    )

    @Argument(help: "The id of a check; openwork-conform list names them.")
    var check: String

    func run() async throws {
        guard let found = CheckRegistry.check(CheckID(rawValue: check.uppercased())) else {
            let nearest = CheckRegistry.nearest(to: check).map { ": did you mean \($0)?" } ?? ""
            throw ValidationError("there is no check \(check)\(nearest)")
        }
        let terminal = Terminal(environment: inheritedEnvironment())
        terminal.print(CheckExplanation(check: found).text(style: terminal.style))
    }
}
