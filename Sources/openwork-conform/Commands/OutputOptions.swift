import ArgumentParser
import Conformance
import Glibc
import Reporting

/// How reports are written, and where.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "pretty, json, ndjson, junit, tap, sarif, html, markdown, github, badge or shields; may be repeated.",
            valueName: "format"
        )
    )
    var formats: [ReportFormat] = []

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(
            "Where each format is written, in their order; - is standard output. Without a format the file's end decides.",
            valueName: "file"
        )
    )
    var outputs: [String] = []

    @Flag(help: "Leave out of JSON what differs between equal runs: times and costs.")
    var noTimes = false

    /// A report to be written; a file of nil is standard output.
    struct Destination: Hashable {
        let format: ReportFormat
        let file: String?
    }

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        if formats.count > outputs.count + 1 {
            problems.append("--format \(formats.count) times: all but one need an --output of their own")
        }
        if !formats.isEmpty, outputs.count > formats.count {
            problems.append("--output \(outputs[formats.count]) has no --format: give as many as there are files")
        }
        let files = destinations.map { $0.file ?? "-" }
        let twice = files.first { file in files.filter { $0 == file }.count > 1 }
        if let twice { problems.append("--output \(twice): two reports cannot go to one place") }
        if outputs.contains("") { problems.append("--output is empty: name a file") }
        return problems
    }

    /// Every report that was asked for.
    var destinations: [Destination] {
        guard !formats.isEmpty else {
            return outputs.map { Destination(format: Self.format(of: $0), file: $0 == "-" ? nil : $0) }
        }
        return formats.enumerated().map { index, format in
            let file = index < outputs.count ? outputs[index] : "-"
            return Destination(format: format, file: file == "-" ? nil : file)
        }
    }

    /// Whether something is printed that is not the table.
    private var ownsStandardOutput: Bool { destinations.contains { $0.file == nil } }

    /// Begins the reports that are written while the run goes on; to be called once.
    func stream(isStrict: Bool, retries: Retries) throws -> RowStream? {
        guard let destination = destinations.first(where: { $0.format == .ndjson }) else { return nil }
        let lines = LinesRenderer(isStrict: isStrict, hasTimes: !noTimes)
        let descriptor = try destination.file.map { try TextFile(path: $0).begin() } ?? STDOUT_FILENO
        return RowStream(lines, to: descriptor, retries: retries)
    }

    /// Writes every report where it belongs; the stream was begun before and is ended here.
    func write(_ report: Report, terminal: Terminal, stream: RowStream? = nil) throws {
        stream?.finish(report)
        for destination in destinations where stream == nil || destination.format != .ndjson {
            let style = destination.file == nil ? terminal.style : .plain
            let text = report.rendered(destination.format, style: style, hasTimes: !noTimes)
            if let file = destination.file {
                try TextFile(path: file).write(text)
            } else {
                terminal.print(text)
            }
        }
        if !ownsStandardOutput { terminal.print(report.rendered(.pretty, style: terminal.style)) }
    }

    private static func format(of file: String) -> ReportFormat {
        let end = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let known = ReportFormat.allCases.filter { ![.pretty, .github, .shields].contains($0) }
        return known.first { $0.fileExtension == end } ?? .pretty
    }
}

extension ReportFormat: ExpressibleByArgument {}
