import Accuracy
import Health
import JSON
import Testing

@Suite("A report of accuracy")
struct AccuracyReportTests {
    private static func report(shown: HealthState) -> AccuracyReport {
        var part = AccuracyPart(.memory)
        part.servers = 1
        part.confusion.add(expected: .disconnected, shown: shown, at: "sample/npm, stall")
        part.checks["ping", default: CheckTally()].add(isUp: true, expected: .disconnected)
        part.noticed.add(.seconds(90))
        let setting = AccuracyReport.Setting(
            date: "2026-01-31",
            machine: "2 processors",
            command: "HealthAccuracy --seed 1",
            seed: 1,
            integrations: 1
        )
        return AccuracyReport(setting, parts: [part])
    }

    @Test("is sound when every state is as declared, and names each that is not")
    func soundness() {
        #expect(Self.report(shown: .disconnected).isSound)
        let wrong = Self.report(shown: .connected)
        #expect(!wrong.isSound)
        #expect(
            wrong.parts[0].confusion.mistakes == [
                "sample/npm, stall: disconnected was expected, connected was shown"
            ]
        )
    }

    @Test("says as JSON, page and chart what was counted, and how to repeat it")
    func forms() {
        let report = Self.report(shown: .disconnected)
        #expect(report.json["parts"]?[0]?["confusion"]?["disconnected"]?["disconnected"] == 1)
        #expect(report.json["parts"]?[0]?["checks"]?["ping"]?["missed"] == 1)
        let page = report.page(chart: "images/x.svg")
        #expect(page.contains("HealthAccuracy --seed 1"))
        #expect(page.contains("| ping | 1 of 1 | 0 of 0 | 0 |"))
        #expect(page.contains("90 s"))
        #expect(report.chart.contains("100.0 % (1 of 1)"))
        #expect(report.chart.hasPrefix("<svg"))
    }
}
