import JSON
import MCP

/// A report for programs: the field names are a contract, new ones may be added.
struct JSONRenderer {
    let report: Report
    let checks: [Check]

    var text: String {
        value.text(.pretty) + "\n"
    }

    var value: JSONValue {
        var value = whole
        guard let usage = report.usage else { return .object(value) }
        value["usage"] = [
            "processes": count(usage.processes),
            "checks": count(report.results.count),
            "processorSeconds": seconds(usage.processorTime),
            "peakMemoryKiB": count(usage.peakMemoryInKiB),
            "peakChildMemoryKiB": count(usage.peakChildMemoryInKiB),
        ]
        value["matrix"] = matrix
        value["faultMatrix"] = report.faultMatrix?.json
        return .object(value)
    }

    /// The counts by integration and group of checks.
    private var matrix: JSONValue {
        let matrix = EntryMatrix(report)
        let rows = matrix.integrations.map { name -> (key: String, value: JSONValue) in
            let cells = matrix.groups.map { group -> (key: String, value: JSONValue) in
                let counts = matrix.cells[name]?[group]?.counts ?? [:]
                let marks = VerdictMark.allCases.compactMap { mark in counts[mark].map { (mark.plainWord, count($0)) } }
                return (key: group.rawValue, value: .object(JSONObject(marks)))
            }
            return (key: name, value: .object(JSONObject(cells)))
        }
        return .object(JSONObject(rows))
    }

    private var whole: JSONObject {
        [
            "tool": "openwork-conform",
            "version": .string(report.version),
            "mode": .string(report.mode),
            "seed": .number(JSONNumber(report.seed)),
            "strict": .bool(report.isStrict),
            "interrupted": .bool(report.wasInterrupted),
            "wallSeconds": seconds(report.duration),
            "exitStatus": .number(JSONNumber(Int64(report.exitCode.rawValue))),
            "summary": summary,
            "faults": .array(report.faults.map { .string($0) }),
            "notes": .array(report.notes.map { .string($0) }),
            "staleExcuses": .array(report.staleExcuses.map { .string($0) }),
            "results": .array(report.results.map(row)),
        ]
    }

    private var summary: JSONValue {
        let summary = report.summary
        return [
            "integrations": count(summary.integrations),
            "passed": count(summary.passed),
            "failed": count(summary.failed),
            "advisory": count(summary.advisory),
            "incomplete": count(summary.incomplete),
            "notApplicable": count(summary.notApplicable),
            "expectedFailure": count(summary.expectedFailure),
        ]
    }

    private func row(_ result: CheckResult) -> JSONValue {
        let check = checks.first { $0.id == result.check }
        let finding = result.verdict.finding
        return [
            "integration": .string(result.subject.name),
            "server": text(result.subject.server),
            "subject": .string(result.subject.kind.rawValue),
            "transport": .string(result.subject.transport.rawValue),
            "revision": .string(result.revision.rawValue),
            "check": .string(result.check.rawValue),
            "title": text(check?.title),
            "level": text(result.level?.rawValue),
            "verdict": .string(result.verdict.name.rawValue),
            "advisory": .bool(result.isAdvisory(strict: report.isStrict)),
            "expected": text(finding?.expected),
            "actual": text(finding?.actual),
            "message": text(finding?.message?.description),
            "note": text(result.verdict.note),
            "link": text(check?.rule(in: result.revision)?.source.address(in: result.revision)),
            "durationMs": .number(JSONNumber(result.duration.wholeMilliseconds)),
            "repeat": .string(result.command),
        ]
    }

    private func text(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }

    private func seconds(_ duration: Duration) -> JSONValue {
        JSONNumber(Double(duration.wholeMilliseconds) / 1000).map { .number($0) } ?? .null
    }

    private func count(_ count: Int) -> JSONValue {
        .number(JSONNumber(Int64(count)))
    }
}
