import Conformance
import MCP
import Reporting
import Testing

@Suite("Reports put together")
struct ReportMergeTests {
    private static let ids = ["zoom", "github", "slack", "linear", "notion", "jira", "figma", "sentry"]

    @Test("are the undivided report, in whichever order they come", arguments: 1...5)
    func whole(count: Int) throws {
        let parts = SampleReport.parts(of: Self.ids, count)
        let whole = SampleReport.entries(Self.ids).rendered(.json, style: .plain, hasTimes: false)
        for order in [parts, parts.reversed(), parts.shuffled()] {
            let merged = try ReportMerge.merged(order)
            #expect(merged.rendered(.json, style: .plain, hasTimes: false) == whole)
        }
    }

    @Test("do not pass for whole when a part is missing, or there twice")
    func missing() {
        let parts = SampleReport.parts(of: Self.ids, 3)
        var fault = #expect(throws: ReportFault.self) { try ReportMerge.merged(Array(parts.dropLast())) }
        #expect(fault?.description == "part 3/3 is missing: give its report, too")
        fault = #expect(throws: ReportFault.self) { try ReportMerge.merged(parts + [parts[0]]) }
        #expect(fault?.description == "part 1/3 is there twice: give each once")
        #expect(throws: ReportFault.self) { try ReportMerge.merged([]) }
    }

    @Test("have to be of one run")
    func oneRun() {
        let parts = SampleReport.parts(of: Self.ids, 2)
        let others = SampleReport.parts(of: Self.ids + ["asana"], 2)
        #expect(throws: ReportFault.self) { try ReportMerge.merged([parts[0], others[1]]) }
        #expect(throws: ReportFault.self) { try ReportMerge.merged([parts[0], SampleReport.report]) }
        #expect(throws: ReportFault.self) { try ReportMerge.merged([SampleReport.report, SampleReport.report]) }
    }

    @Test("call an excuse idle only when no part needs it")
    func idle() throws {
        var parts = SampleReport.parts(of: Self.ids, 2)
        parts[0].shard?.idleExcuses = ["TOOLS-LISTED", "REG-SOUND"]
        let index = try #require(parts[1].results.firstIndex { $0.check == "TOOLS-LISTED" })
        var row = parts[1].results[index].with(.expectedFailure(Finding(expected: "", actual: "")))
        row.excuse = Excuse(check: row.check, subject: nil, revision: nil, reason: "x", expires: "2026-12-31")
        parts[1].results[index] = row
        let merged = try ReportMerge.merged(parts)
        #expect(merged.staleExcuses == [Report.idleExcuse("REG-SOUND")])
    }
}
