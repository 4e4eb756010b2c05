import ArgumentParser
import Conformance
import MCPConnection

/// `list`: all checks, with how binding each is, or the integrations of the registry.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the checks, or the integrations.",
        discussion: """
              openwork-conform list
              openwork-conform list --check 'INIT-*' --json
              openwork-conform list --integrations --tier P0 --role engineering
            """
    )

    @Option(name: .customLong("check"), help: ArgumentHelp("Only those whose id matches.", valueName: "glob"))
    var pattern = "*"

    @Flag(help: "As JSON, with requirement, levels and links.")
    var json = false

    @OptionGroup
    var catalogue: CatalogueOptions

    func run() async throws {
        if catalogue.integrations { return try catalogue.list(json: json) }
        let checks = CheckRegistry.checks(matching: pattern)
        guard !checks.isEmpty else {
            let nearest = CheckRegistry.nearest(to: pattern).map { ", did you mean \($0)?" } ?? ""
            throw ValidationError("--check \(pattern) matches no check\(nearest)")
        }
        let terminal = Terminal(environment: inheritedEnvironment())
        let listing = CheckListing(checks: checks)
        terminal.print(json ? listing.json : listing.text(style: terminal.style))
    }
}
