/// The shapes in which a report can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For people: a table on a terminal, plain lines elsewhere.
    case pretty
    /// For programs.
    case json
    /// For the test tab of a CI service.
    case junit
}
