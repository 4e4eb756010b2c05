import ArgumentParser
import Conformance
import MCPConnection
import Registry

/// `suite`: what is tried on each integration, from its entry.
struct SuiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suite",
        abstract: "Print or write what is tried on each integration.",
        discussion: """
            A suite is made from the entry and kept beside it, so that a fact that is lost is noticed: the check \
            REG-SUITE compares the two.

              openwork-conform suite github
              openwork-conform suite --write conformance
              openwork-conform run --all --suites conformance
            """
    )

    @Argument(help: "Integrations; all of them when none is named.")
    var ids: [String] = []

    @Option(help: ArgumentHelp("Write a file for each into this folder.", valueName: "folder"))
    var write: String?

    @OptionGroup var entries: EntryOptions

    func run() async throws {
        let chosen = try entries.choose(ids, seed: 1).subjects
        var seen: Set<String> = []
        let suites = chosen.map(\.integration).filter { seen.insert($0.id).inserted }.map { EntrySuite($0) }
        guard let write else {
            return Terminal(environment: inheritedEnvironment()).print(suites.map(\.yaml).joined(separator: "\n"))
        }
        try SuiteFolder(path: write).write(suites)
    }
}
