import ArgumentParser
import Conformance
import Glibc
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
              openwork-conform explain --write docs/checks    the same of all of them, as Markdown
            """
    )

    @Argument(help: "The id of a check; openwork-conform list names them.")
    var check: String?

    @Option(help: ArgumentHelp("Write a page for each group of checks into this folder.", valueName: "folder"))
    var write: String?

    func validate() throws {
        guard (check == nil) != (write == nil) else {
            throw ValidationError("name a check, as in openwork-conform explain INIT-PING, or a folder with --write")
        }
    }

    func run() async throws {
        if let write {
            // One that is there already is as good.
            mkdir(write, 0o755)
            for file in CheckPages.files { try TextFile(path: "\(write)/\(file.name)").write(file.text) }
            return
        }
        let name = check ?? ""
        guard let found = CheckRegistry.check(CheckID(rawValue: name.uppercased())) else {
            let nearest = CheckRegistry.nearest(to: name).map { ": did you mean \($0)?" } ?? ""
            throw ValidationError("there is no check \(name)\(nearest)")
        }
        let terminal = Terminal(environment: inheritedEnvironment())
        terminal.print(CheckExplanation(check: found).text(style: terminal.style))
    }
}
