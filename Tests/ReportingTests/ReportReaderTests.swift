import Conformance
import JSON
import MCP
import Reporting
import Testing

@Suite("A report read back")
struct ReportReaderTests {
    @Test("is written again as it was, whatever is in it", arguments: [true, false])
    func roundTrip(hasTimes: Bool) throws {
        for report in [SampleReport.report, SampleReport.hostileReport, SampleReport.entries(["a", "b"])] {
            let text = report.rendered(.json, style: .plain, hasTimes: hasTimes)
            let again = try ReportReader.report(text)
            #expect(again.rendered(.json, style: .plain, hasTimes: hasTimes) == text)
        }
    }

    @Test("looks the same in every format", arguments: ReportFormat.allCases)
    func sameLook(format: ReportFormat) throws {
        let report = SampleReport.report
        let again = try ReportReader.report(report.rendered(.json, style: .plain))
        #expect(again.rendered(format, style: .plain) == report.rendered(format, style: .plain))
    }

    @Test("without times has none", arguments: ["wallSeconds", "startedAt", "durationMs", "atMs", "processorSeconds"])
    func timeless(member: String) {
        var report = SampleReport.hostileReport
        report.usage = SampleReport.usage
        #expect(report.rendered(.json, style: .plain).contains("\"\(member)\""))
        #expect(!report.rendered(.json, style: .plain, hasTimes: false).contains("\"\(member)\""))
    }

    @Test(
        "says what is wrong with a file",
        arguments: [
            ("{", "it is no JSON"), ("[1]", "it is no report"),
            (#"{"tool": "openwork-conform", "version": 3}"#, "version is 3: a text is needed"),
            (#"{"tool": "openwork-conform", "version": "1"}"#, "mode is missing"),
        ]
    )
    func faults(text: String, words: String) {
        let fault = #expect(throws: ReportFault.self) { try ReportReader.report(text) }
        #expect(fault?.description.contains(words) == true)
    }

    @Test("names the row that cannot be read")
    func row() throws {
        let text = SampleReport.report.rendered(.json, style: .plain)
            .replacing("\"incomplete\",", with: "\"perhaps\",")
        let fault = #expect(throws: ReportFault.self) { try ReportReader.report(text) }
        #expect(fault?.description == #"results[3].verdict is "perhaps": a word that this version knows is needed"#)
    }
}
