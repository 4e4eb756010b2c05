import ArgumentParser
import Conformance

/// How the report is written, and where.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("pretty, json or junit.", valueName: "format"))
    var format: ReportFormat = .pretty

    @Option(help: ArgumentHelp("Write the report there; the table is printed all the same.", valueName: "file"))
    var output: String?

    /// Writes the report where it belongs.
    func write(_ report: Report, terminal: Terminal) throws {
        guard let output else {
            return terminal.print(report.rendered(format, style: terminal.style))
        }
        try TextFile(path: output).write(report.rendered(format, style: .plain))
        terminal.print(report.rendered(.pretty, style: terminal.style))
    }
}

extension ReportFormat: ExpressibleByArgument {}
