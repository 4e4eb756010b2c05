import Conformance
import Foundation
import Health
import JSON
import Testing
import TestSupport

@Suite("The report of the fault matrix")
struct FaultMatrixReportTests {
    @Test("shows for each fault what is declared and what was seen", .timeLimit(.minutes(1)))
    func seen() async throws {
        let rows = FaultExpectation.all.filter { ["stall=tools/list", "call-error"].contains($0.fault) }
        let matrix = FaultMatrix(try await FaultTrial().sightings(rows))
        #expect(matrix.deviations == 0)
        let lines = matrix.lines(style: .plain).map { $0.split(separator: "  ").map { $0.trimmed } }
        #expect(lines[0].last == "seen over memory")
        #expect(
            lines[1] == [
                "stall=tools/list", "memory stdio", "timeout at list", "disconnected", "degraded", "disconnected",
                "after the time for the list", "timeout, 15 s",
            ]
        )
        #expect(lines[2].suffix(2) == ["at once", "vendor_error, 0 ms"])
    }

    @Test("marks what is otherwise, and says on which server", .timeLimit(.minutes(1)))
    func deviating() async throws {
        var sightings = try await FaultTrial().sightings([
            try #require(FaultExpectation.all.first { $0.fault == "nul" })
        ])
        let wrong = try #require(sightings.first)
        sightings = [
            FaultSighting(
                row: wrong.row,
                subject: wrong.subject,
                limit: wrong.limit,
                result: wrong.result,
                deviations: [.init(expected: "ok", actual: "protocol_error at list")]
            )
        ]
        let matrix = FaultMatrix(sightings)
        #expect(matrix.deviations == 1)
        #expect(matrix.lines(style: .plain)[1].hasSuffix("✘ protocol_error, 15 s ✘1"))
        let cell = matrix.json.arrayValue?.first?["seen"]?["memory"]
        #expect(cell?["deviating"] == 1)
        #expect(cell?["deviations"]?.arrayValue?.first?["actual"] == "protocol_error at list")
        #expect(cell?["deviations"]?.arrayValue?.first?["subject"] == "sample/npm")
    }

    @Test("in the guide is the one that the command prints")
    func guide() throws {
        let guide = try String(contentsOfFile: SourceTree.registry + "/../../docs/fault-matrix.md", encoding: .utf8)
        #expect(guide.contains(FaultMatrix.declared.markdown), "openwork-conform list --faults --format markdown")
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
