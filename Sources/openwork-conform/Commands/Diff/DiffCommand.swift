import ArgumentParser
import Conformance
import Drift
import Fixtures
import Redaction
import JSON
import MCP
import MCPConnection
import Registry
import Vetting

/// `diff`: what has changed from one list of tools to another.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what has changed from one list of tools to another, and whether it breaks anything.",
        discussion: """
            Each side is a file (a list of tools, a recording, a lock, an entry), an integration of the registry, an \
            address, or the command after --:

              openwork-conform diff before.json after.json
              openwork-conform diff Fixtures/time/handshake+tools.jsonl -- mcp-server-time
              openwork-conform diff jira/pypi recording.jsonl
              openwork-conform diff openwork.lock.json#time https://host/mcp
              openwork-conform diff -- old-server -- new-server --flag

            Arguments may only grow and results may only promise more; everything else breaks who relied on it. Tools \
            that are missing because a credential may do less, or because pages or groups of tools were not listed, are \
            told apart from those that are gone: say what each side was allowed to do with --old-scope and --new-scope.

            What the new side newly says to models in a suspicious way is reported as SEC-…, and fails.

            Exit codes: 0 nothing that --fail-on names has changed, 1 something has, 3 a server did not list its tools, \
            64 wrong usage, 65 a file that cannot be read.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pretty, json
    }

    @Argument(help: ArgumentHelp("The old side.", valueName: "old"))
    var old: String?

    @Argument(help: ArgumentHelp("The new side.", valueName: "new"))
    var new: String?

    @OptionGroup var failing: FailOptions

    @Option(help: ArgumentHelp("pretty or json.", valueName: "format"))
    var format: Format = .pretty

    @Option(name: .customLong("old-scope"), help: ArgumentHelp("What the old credential may do.", valueName: "scope"))
    var oldScopes: [String] = []

    @Option(name: .customLong("new-scope"), help: ArgumentHelp("What the new credential may do.", valueName: "scope"))
    var newScopes: [String] = []

    @Option(help: ArgumentHelp("A file with entries of your own, laid over those that are shipped.", valueName: "file"))
    var overlay: String?

    @Option(help: ArgumentHelp("The folder of Catalogue and Roles instead of the shipped one.", valueName: "folder"))
    var registry: String?

    @OptionGroup var server: FixtureServerOptions

    /// What stands on the command line, the live server last.
    private var operands: [Operand] {
        let commands = server.command.split(separator: "--", omittingEmptySubsequences: true).map {
            Operand.command(Array($0))
        }
        return [old, new].compactMap(\.self).map { ToolSource.isAddress($0) ? .address($0) : .word($0) }
            + (server.url.map { [.address($0)] } ?? []) + commands
    }

    private enum Operand {
        case word(String), address(String), command([String])
    }

    func validate() throws {
        guard operands.count == 2 else {
            throw ValidationError("name two sides, as in: diff before.json after.json, or: diff jira -- COMMAND")
        }
    }

    func run() async throws {
        let outcome = await Interrupts.cancelling { () async -> Result<(ToolSource, ToolSource), any Error> in
            do {
                var old = try await source(operands[0])
                var new = try await source(operands[1])
                if !oldScopes.isEmpty { old.listing.scopes = Set(oldScopes) }
                if !newScopes.isEmpty { new.listing.scopes = Set(newScopes) }
                return .success((old, new))
            } catch {
                return .failure(error)
            }
        }
        let (old, new): (ToolSource, ToolSource)
        do {
            (old, new) = try outcome.get()
        } catch let failure as LiveListing.Failure {
            say("\(failure)")
            throw ExitCode(RunExitCode.incomplete.rawValue)
        }
        let comparison = ToolDiff(old: old, new: new)
        let terminal = Terminal(environment: inheritedEnvironment())
        switch format {
        case .pretty: terminal.print(comparison.text(style: terminal.style))
        case .json: terminal.print(comparison.json.text(.pretty) + "\n")
        }
        let fails = failing.failOn.isMet(by: comparison.report.findings)
        if fails || failing.failOn != .none && !comparison.suspicions.isEmpty {
            throw ExitCode(RunExitCode.failed.rawValue)
        }
    }

    private func source(_ operand: Operand) async throws -> ToolSource {
        var options = server
        switch operand {
        case .word(let word): return try ToolSource(word, registry: registry, overlay: overlay)
        case .address(let address):
            options.command = []
            options.url = address
        case .command(let command):
            options.command = command
            options.url = nil
        }
        return try await ToolSource(live: try LiveServer(options, environment: inheritedEnvironment()))
    }
}

extension ToolSource {
    /// Asks a live server.
    init(live: LiveServer) async throws {
        let listed = try await LiveListing.of(live)
        var scrubber = live.scrubber
        let name = live.description.url ?? live.description.command.joined(separator: " ")
        self.init(
            name: scrubber.text(name),
            listing: ToolListing(definitions: listed.tools, hasOrder: listed.hasOrder),
            definitions: listed.tools
        )
    }
}
