import Conformance
import Health
import MCP

extension SampleReport {
    static let usage = RunUsage(
        processorTime: .milliseconds(1500),
        peakMemoryInKiB: 7,
        peakChildMemoryInKiB: 5,
        processes: 3
    )

    /// A run over integrations, each with two servers.
    static func entries(_ ids: [String]) -> Report {
        let rows = ids.flatMap { id in
            (["npm", "remote"] as [String]).flatMap { (server: String) in
                (["TOOLS-LISTED", "AUTH-MISSING", "STOP-ON-CLOSE"] as [CheckID]).map { check in
                    CheckResult(
                        subject: Subject(name: id, server: server, kind: .mock, transport: .stdio),
                        revision: .latest,
                        check: check,
                        level: .must,
                        verdict: check == "AUTH-MISSING" && id.count.isMultiple(of: 2)
                            ? .failed(expected: "auth", actual: "ok") : .passed,
                        duration: .milliseconds(ids.count),
                        command: "openwork-conform run \(id)/\(server) --check \(check)"
                    )
                }
            }
        }
        var report = Report(version: "9.9.9", mode: "offline", seed: 1, duration: .milliseconds(900), results: rows)
        report.usage = usage
        report.faultMatrix = faultMatrix(ids)
        report.logs = rows.filter { $0.check == "AUTH-MISSING" && $0.verdict != .passed }.map { row in
            WireLog(subject: row.subject, revision: row.revision, lines: [])
        }
        return report
    }

    /// Two rows: one that every server shows as declared, and one on which those with a long name do not.
    private static func faultMatrix(_ ids: [String]) -> FaultMatrix {
        let rows = FaultExpectation.all.filter { ["stall=tools/list", "wrong-structured-content"].contains($0.fault) }
        var good = FaultMatrix.Cell()
        (good.asDeclared, good.notApplicable, good.codes) = (ids.count, 2 * ids.count, [.timeout])
        good.slowest = .milliseconds(300)
        var mixed = FaultMatrix.Cell()
        mixed.incomplete = ids.count { $0.count < 5 }
        mixed.deviating = ids.filter { $0.count >= 5 }.sorted().map {
            FaultMatrix.Deviation(subject: $0, expected: "ok", actual: "closed at probe")
        }
        mixed.codes = mixed.deviating.isEmpty ? [] : [.closed]
        return FaultMatrix(
            rows: rows,
            transports: [.memory, .http],
            cells: [rows[0]: [.memory: good, .http: good], rows[1]: [.memory: mixed]]
        )
    }

    /// The same, divided.
    static func parts(of ids: [String], _ count: Int) -> [Report] {
        (1...count).compactMap { Shard("\($0)/\(count)") }.map { shard in
            var report = entries(ids.filter(shard.holds))
            report.shard = ShardRecord(shard: shard, integrations: ids)
            return report
        }
    }
}
