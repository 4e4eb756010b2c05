/// The shapes in which a report can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For people: a table on a terminal, plain lines elsewhere.
    case pretty
    /// For programs, and for reading back.
    case json
    /// For programs that read while the run goes on: a row per line, then the summary.
    case ndjson
    /// For the test tab of a CI service.
    case junit
    /// The Test Anything Protocol, version 14.
    case tap
    /// For code scanning, each fault at the line of its entry.
    case sarif
    /// One file for a browser, without anything from elsewhere.
    case html
    /// For the summary of a CI job, or a comment.
    case markdown
    /// Annotations of GitHub Actions, printed by a step.
    case github
    /// A picture for a README.
    case badge
    /// The same as data for shields.io.
    case shields

    /// What a file with such a report is called at its end.
    package var fileExtension: String {
        switch self {
        case .pretty, .github: "txt"
        case .json, .shields: "json"
        case .junit: "xml"
        case .markdown: "md"
        case .badge: "svg"
        case .ndjson, .tap, .sarif, .html: rawValue
        }
    }
}
