import ArgumentParser
import Conformance
import JSON
import MCP
import MCPConnection
import Reporting

/// `list`: all checks with how binding each is, all requirements with what becomes of each, or the integrations.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the checks, the requirements that they cover, the faults, or the integrations.",
        discussion: """
              openwork-conform list
              openwork-conform list --check 'INIT-*' --json
              openwork-conform list --coverage --revision 2026-07-28
              openwork-conform list --coverage --format markdown
              openwork-conform list --faults
              openwork-conform list --integrations --tier P0 --role engineering
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case pretty, json, markdown
    }

    @Option(name: .customLong("check"), help: ArgumentHelp("Only those whose id matches.", valueName: "glob"))
    var pattern = "*"

    @Flag(help: "As JSON, with requirement, levels and links.")
    var json = false

    @Flag(help: "The requirements of the specification, each with its checks or the reason why there is none.")
    var coverage = false

    @Flag(help: "What each fault of a server must come to: outcome, states, and by when.")
    var faults = false

    @Option(help: ArgumentHelp("pretty, json or markdown; with --coverage or --faults.", valueName: "format"))
    var format = Format.pretty

    @Option(help: ArgumentHelp("Only what this revision requires; with --coverage.", valueName: "revision"))
    var revision: String?

    @OptionGroup
    var catalogue: CatalogueOptions

    func validate() throws {
        guard coverage || revision == nil, coverage || faults || format != .markdown else {
            throw ValidationError("--revision belongs to --coverage, and --format markdown to that or --faults")
        }
        if let revision, ProtocolRevision(rawValue: revision) == nil {
            let known = ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--revision \(revision) does not exist: use \(known)")
        }
    }

    func run() async throws {
        if catalogue.integrations { return try catalogue.list(json: json) }
        let terminal = Terminal(environment: inheritedEnvironment())
        guard !faults else {
            let matrix = FaultMatrix.declared
            return switch json ? .json : format {
            case .pretty: terminal.print(matrix.lines(style: terminal.style).joined(separator: "\n") + "\n")
            case .json: terminal.print(matrix.json().text(.pretty) + "\n")
            case .markdown: terminal.print(matrix.markdown)
            }
        }
        guard !coverage else {
            let listing = CoverageListing(revision: revision.flatMap(ProtocolRevision.init(rawValue:)))
            return switch json ? .json : format {
            case .pretty: terminal.print(listing.text(style: terminal.style))
            case .json: terminal.print(listing.json)
            case .markdown: terminal.print(listing.markdown)
            }
        }
        let checks = CheckRegistry.checks(matching: pattern)
        guard !checks.isEmpty else {
            let nearest = CheckRegistry.nearest(to: pattern).map { ", did you mean \($0)?" } ?? ""
            throw ValidationError("--check \(pattern) matches no check\(nearest)")
        }
        let listing = CheckListing(checks: checks)
        terminal.print(json || format == .json ? listing.json : listing.text(style: terminal.style))
    }
}
