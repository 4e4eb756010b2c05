import ArgumentParser
import Conformance
import MCPConnection
import Reporting

/// `merge`: the reports of a divided run as one.
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put the reports of the parts of a run together.",
        discussion: """
            Parts are written by run --shard k/n --format json. All of them have to be there, in any order; the whole \
            is what the undivided run would have found, apart from times. It ends with the code of the whole run.

              openwork-conform merge part-*.json
              openwork-conform merge part-*.json --format json --output run.json --format junit --output run.xml
            """
    )

    @Argument(help: ArgumentHelp("Reports in JSON.", valueName: "file"))
    var files: [String]

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard output.problems.isEmpty else { throw ValidationError(output.problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let reports = try files.map { try ReportFile(path: $0).read() }
        let merged: Report
        do throws(ReportFault) {
            merged = try ReportMerge.merged(reports)
        } catch {
            writeAll("Error: \(error)\n", to: 2)
            throw ExitCode(RunExitCode.badData.rawValue)
        }
        try output.write(merged, terminal: Terminal(environment: inheritedEnvironment()))
        throw ExitCode(merged.exitCode.rawValue)
    }
}
