package import Conformance

extension Report {
    /// The report in a format, ending with a line break.
    ///
    /// Without times, JSON has nothing in it that differs between two runs with the same verdicts.
    package func rendered(
        _ format: ReportFormat,
        style: TextStyle,
        checks: CheckTable = CheckTable(),
        hasTimes: Bool = true
    ) -> String {
        switch format {
        case .pretty: PrettyRenderer(report: self, style: style, checks: checks).text
        case .json: JSONRenderer(report: self, checks: checks, hasTimes: hasTimes).text
        case .ndjson: LinesRenderer(checks: checks, isStrict: isStrict, hasTimes: hasTimes).text(of: self)
        case .junit: JUnitRenderer(report: self, checks: checks).text
        case .tap: TAPRenderer(report: self, checks: checks).text
        case .sarif: SARIFRenderer(report: self, checks: checks).text
        case .html: PageRenderer(report: self, checks: checks).text
        case .markdown: MarkdownRenderer(report: self, checks: checks).text
        case .github: AnnotationRenderer(report: self, checks: checks).text
        case .badge: BadgeRenderer(report: self).svg
        case .shields: BadgeRenderer(report: self).endpoint
        }
    }
}
