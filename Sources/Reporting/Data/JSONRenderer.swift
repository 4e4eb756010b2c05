import Conformance
import JSON
import MCP

/// A report for programs: the field names are a contract, new ones may be added.
struct JSONRenderer {
    let report: Report
    let checks: CheckTable
    /// Whether it tells when things happened, how long they took and what that cost.
    let hasTimes: Bool

    var text: String {
        JSONValue.object(value).text(.pretty) + "\n"
    }

    var value: JSONObject {
        var value: JSONObject = [
            "tool": "openwork-conform",
            "version": .string(report.version),
            "mode": .string(report.mode),
            "seed": .number(JSONNumber(report.seed)),
            "strict": .bool(report.isStrict),
            "interrupted": .bool(report.wasInterrupted),
        ]
        if hasTimes {
            if let startedAt = report.startedAt { value["startedAt"] = .string(startedAt) }
            value["wallSeconds"] = seconds(report.duration)
        }
        value["exitStatus"] = .number(JSONNumber(Int64(report.exitCode.rawValue)))
        value["summary"] = summary
        value["faults"] = texts(report.faults)
        value["notes"] = texts(report.notes)
        value["staleExcuses"] = texts(report.staleExcuses)
        if let selection = report.selection { value["selection"] = .string(selection) }
        if let shard = report.shard { value["shard"] = self.shard(shard) }
        let row = RowJSON(checks: checks, isStrict: report.isStrict, hasTimes: hasTimes)
        value["results"] = .array(report.results.map { .object(row.value($0)) })
        if !report.logs.isEmpty { value["logs"] = .array(report.logs.map(log)) }
        if let usage = report.usage {
            value["usage"] = self.usage(usage)
            value["matrix"] = matrix
        }
        value["faultMatrix"] = report.faultMatrix?.json(hasTimes: hasTimes)
        return value
    }

    var summary: JSONValue {
        let summary = report.summary
        return [
            "integrations": count(summary.integrations),
            "passed": count(summary.passed),
            "failed": count(summary.failed),
            "advisory": count(summary.advisory),
            "incomplete": count(summary.incomplete),
            "notApplicable": count(summary.notApplicable),
            "expectedFailure": count(summary.expectedFailure),
            "flaky": count(summary.flaky),
        ]
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

    private func usage(_ usage: RunUsage) -> JSONValue {
        guard hasTimes else { return ["checks": count(report.results.count)] }
        return [
            "processes": count(usage.processes),
            "checks": count(report.results.count),
            "processorSeconds": seconds(usage.processorTime),
            "peakMemoryKiB": count(usage.peakMemoryInKiB),
            "peakChildMemoryKiB": count(usage.peakChildMemoryInKiB),
        ]
    }

    private func shard(_ record: ShardRecord) -> JSONValue {
        [
            "index": count(record.shard.index),
            "of": count(record.shard.count),
            "integrations": texts(record.integrations),
            "idleExcuses": texts(record.idleExcuses),
        ]
    }

    private func log(_ log: WireLog) -> JSONValue {
        [
            "integration": .string(log.subject.name),
            "server": log.subject.server.map { .string($0) } ?? .null,
            "subject": .string(log.subject.kind.rawValue),
            "transport": .string(log.subject.transport.rawValue),
            "revision": .string(log.revision.rawValue),
            "condition": log.condition.map { .string($0) } ?? .null,
            "omitted": count(log.omitted),
            "lines": .array(log.lines.map(line)),
        ]
    }

    private func line(_ line: WireLog.Line) -> JSONValue {
        var value = JSONObject()
        if hasTimes { value["atMs"] = .number(JSONNumber(line.at.wholeMilliseconds)) }
        value["from"] = .string(line.from)
        value["process"] = count(line.process)
        value["text"] = .string(line.text)
        value["bytes"] = count(line.size)
        return .object(value)
    }

    private func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private func seconds(_ duration: Duration) -> JSONValue {
        JSONNumber(Double(duration.wholeMilliseconds) / 1000).map { .number($0) } ?? .null
    }

    private func count(_ count: Int) -> JSONValue {
        .number(JSONNumber(Int64(count)))
    }
}
