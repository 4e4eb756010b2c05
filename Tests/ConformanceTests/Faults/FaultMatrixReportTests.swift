import Conformance
import Foundation
import Health
import JSON
import Reporting
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
                "stall=tools/list", "timeout at list", "disconnected · degraded · disconnected", "bound of list",
                "timeout, 15 s",
            ]
        )
        #expect(lines[2].suffix(2) == ["at once", "vendor_error, 0 ms"])
    }

    @Test("marks what is otherwise, and says on which server", .timeLimit(.minutes(1)))
    func deviating() async throws {
        var wrong = try #require(FaultExpectation.all.first { $0.fault == "nul" })
        wrong.code = .timeout
        let matrix = FaultMatrix(try await FaultTrial().sightings([wrong]))
        #expect(matrix.deviations == 1)
        #expect(matrix.lines(style: .plain)[1].hasSuffix("✘ protocol_error, 15 s ✘1"))
        let cell = matrix.json().arrayValue?.first?["seen"]?["memory"]
        #expect(cell?["deviating"] == 1)
        #expect(cell?["deviations"]?.arrayValue?.first?["actual"] == "protocol_error at list")
        #expect(cell?["deviations"]?.arrayValue?.first?["subject"] == "sample/npm")
    }

    @Test("says of each place where a fault cannot be why it cannot")
    func impossible() throws {
        let declared = FaultMatrix.declared
        let bomb = declared.markdown.split(separator: "\n").filter { $0.hasPrefix("| `fork-bomb`") }
        #expect(bomb.count == 2)
        let reason = "there are no pipes that a child could hold open"
        #expect(bomb.last?.contains("| memory http | cannot be: \(reason) |") == true)
        #expect(declared.lines(style: .plain).contains { $0.hasPrefix("reset ") && $0.contains("there is no HTTP") })
        let row = declared.json().arrayValue?.first { $0["fault"] == "fork-bomb" }
        #expect(row?["impossible"]?["http"] == .string(reason))
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
