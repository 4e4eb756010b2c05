import ArgumentParser
import Conformance
import Reporting

/// A file with a report in JSON.
struct ReportFile {
    let path: String

    /// The report; what is wrong with the file ends the command as bad data.
    func read() throws -> Report {
        let text = try TextFile(path: path).read()
        do throws(ReportFault) {
            return try ReportReader.report(text)
        } catch {
            writeAll("Error: \(path): \(error)\n", to: 2)
            throw ExitCode(RunExitCode.badData.rawValue)
        }
    }
}
