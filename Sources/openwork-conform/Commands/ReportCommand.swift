import ArgumentParser
import Conformance
import MCPConnection
import Reporting

/// `report`: a report that was written as JSON, in another shape.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report of an earlier run in another format.",
        discussion: """
            The file is one that run or merge wrote with --format json. Nothing is run again, and the exit code says \
            only whether the report could be written.

              openwork-conform report run.json
              openwork-conform report run.json --format html --output report.html
              openwork-conform report run.json --format badge --output badge.svg --format markdown
            """
    )

    @Argument(help: ArgumentHelp("A report in JSON.", valueName: "file"))
    var file: String

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard output.problems.isEmpty else { throw ValidationError(output.problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let report = try ReportFile(path: file).read()
        try output.write(report, terminal: Terminal(environment: inheritedEnvironment()))
    }
}
