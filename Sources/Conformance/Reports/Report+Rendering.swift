extension Report {
    /// The report in a format, ending with a line break.
    package func rendered(
        _ format: ReportFormat,
        style: TextStyle,
        checks: [Check] = CheckRegistry.explained
    ) -> String {
        switch format {
        case .pretty: PrettyRenderer(report: self, style: style, checks: checks).text
        case .json: JSONRenderer(report: self, checks: checks).text
        case .junit: JUnitRenderer(report: self, checks: checks).text
        }
    }
}
