import ArgumentParser
import Conformance
import JSON
import MCPConnection
import Registry
import RegistryLint

/// `lint`: what is wrong with entries and roles, all at once.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Say what is wrong with entries of the registry.",
        discussion: """
            Without a file it looks at the shipped registry. Every fault is told with file, line, field and fix.

              openwork-conform lint
              openwork-conform lint my-tool.json --format github
              openwork-conform lint --overlay ~/.openclaw-team/registry/integrations.json
              openwork-conform lint --schema > integration.schema.json
            """
    )

    @Argument(help: ArgumentHelp("Files of entries, or folders of them.", valueName: "file"))
    var files: [String] = []

    @Option(help: ArgumentHelp("pretty, json or github.", valueName: "format"))
    var format = LintFormat.pretty

    @Flag(help: "Lay the files over the shipped entries, as the daemon does.")
    var overlay = false

    @Flag(help: "Let warnings count as errors.")
    var strict = false

    @Flag(help: "Print the JSON Schema of a registry file instead.")
    var schema = false

    @Flag(help: "Print the rules instead.")
    var rules = false

    @Option(help: ArgumentHelp("The folder of Catalogue and Roles instead of the shipped one.", valueName: "folder"))
    var registry: String?

    func validate() throws {
        if overlay, files.isEmpty { throw ValidationError("--overlay needs a file: name the one to lay over") }
    }

    func run() async throws {
        let terminal = Terminal(environment: inheritedEnvironment())
        if schema { return terminal.print(RegistrySchema.file.text(.pretty) + "\n") }
        if rules { return terminal.print(RegistryLint.rules.map { "\($0.id)  \($0.summary)\n" }.joined()) }
        let shipped = try ShippedFiles.chosen(registry)
        let lint = LintRun(shipped: shipped, files: files, reading: overlay ? .overlay : .alone)
        let report = lint.report()
        terminal.print(report.text(format))
        let isBad = report.errorCount > 0 || strict && report.warningCount > 0
        if isBad { throw ExitCode(RunExitCode.badData.rawValue) }
    }
}

extension LintFormat: ExpressibleByArgument {}

extension ShippedFiles {
    /// The folder that a user names, or the shipped one.
    static func chosen(_ folder: String?) throws -> ShippedFiles {
        if let folder { return ShippedFiles(folder: folder) }
        guard let shipped = find() else {
            throw ValidationError("the shipped registry is not beside this program: give its folder with --registry")
        }
        return shipped
    }
}
