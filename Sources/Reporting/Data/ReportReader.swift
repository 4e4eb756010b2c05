package import Conformance
import JSON
import MCP

/// Reads what the JSON format writes, of this version or another one; members that it does not know are left out.
package enum ReportReader {
    /// A run over a large registry has millions of values.
    private static var limits: JSONLimits {
        var limits = JSONLimits()
        limits.bytes = JSONLimits.largest
        limits.containers = JSONLimits.largest
        limits.values = JSONLimits.largest
        return limits
    }

    /// The report in a text.
    ///
    /// Throws the first thing that is wrong, with its place.
    package static func report(_ text: String) throws(ReportFault) -> Report {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(text.utf8), limits: limits)
        } catch {
            throw ReportFault("it is no JSON: \(error): give a file written with --format json")
        }
        let root = ReportNode(value, "")
        guard value["tool"] == "openwork-conform" else {
            throw ReportFault("it is no report: give a file that openwork-conform run wrote with --format json")
        }
        var report = Report(
            version: try root.text("version"),
            mode: try root.text("mode"),
            seed: UInt64(value["seed"]?.text() ?? "") ?? 0,
            isStrict: value["strict"]?.boolValue ?? false,
            wasInterrupted: value["interrupted"]?.boolValue ?? false,
            duration: .milliseconds(Int64((value["wallSeconds"]?.doubleValue ?? 0) * 1000 + 0.5)),
            results: try root.list("results").mapped { node throws(ReportFault) in try row(node) },
            faults: root.texts("faults"),
            notes: root.texts("notes"),
            staleExcuses: root.texts("staleExcuses")
        )
        report.startedAt = value["startedAt"]?.stringValue
        report.selection = value["selection"]?.stringValue
        if value["logs"] != nil {
            report.logs = try root.list("logs").mapped { node throws(ReportFault) in try log(node) }
        }
        report.shard = try root.child("shard").map { node throws(ReportFault) in try shard(node) }
        report.usage = root.child("usage").map(usage)
        if value["faultMatrix"]?.arrayValue != nil {
            report.faultMatrix = try FaultMatrixReader.matrix(try root.list("faultMatrix"))
        }
        return report
    }

    private static func row(_ node: ReportNode) throws(ReportFault) -> CheckResult {
        var row = CheckResult(
            subject: try subject(node),
            revision: try node.choice("revision", ProtocolRevision.init(rawValue:)),
            check: CheckID(rawValue: try node.text("check")),
            level: node.value["level"]?.stringValue.flatMap(RequirementLevel.init(rawValue:)),
            verdict: try verdict(node),
            duration: node.duration("durationMs"),
            command: try node.text("repeat")
        )
        if let file = node.value["file"]?.stringValue {
            row.place = FilePlace(file: file, line: node.value["line"]?.intValue ?? 1)
        }
        row.excuse = node.child("excuse").map { excuse in
            Excuse(
                check: row.check,
                subject: excuse.value["subject"]?.stringValue,
                revision: excuse.value["revision"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:)),
                reason: excuse.value["reason"]?.stringValue ?? "",
                expires: excuse.value["expires"]?.stringValue ?? ""
            )
        }
        if node.value["attempts"] != nil {
            row.attempts = try node.list("attempts").mapped { node throws(ReportFault) in
                Attempt(verdict: try verdict(node), duration: node.duration("durationMs"))
            }
        }
        return row
    }

    private static func subject(_ node: ReportNode) throws(ReportFault) -> Subject {
        Subject(
            name: try node.text("integration"),
            server: node.value["server"]?.stringValue,
            kind: try node.choice("subject", Subject.Kind.init(rawValue:)),
            transport: try node.choice("transport", Subject.Transport.init(rawValue:))
        )
    }

    private static func verdict(_ node: ReportNode) throws(ReportFault) -> Verdict {
        let finding = Finding(
            expected: node.value["expected"]?.stringValue ?? "",
            actual: node.value["actual"]?.stringValue ?? "",
            message: node.value["message"]?.stringValue.map(Excerpt.init(printed:))
        )
        let note = node.value["note"]?.stringValue ?? ""
        return switch try node.choice("verdict", VerdictName.init(rawValue:)) {
        case .passed: .passed
        case .failed: .failed(finding)
        case .incomplete: .incomplete(note)
        case .notApplicable: .notApplicable(note)
        case .expectedFailure: .expectedFailure(finding)
        }
    }

    private static func log(_ node: ReportNode) throws(ReportFault) -> WireLog {
        WireLog(
            subject: try subject(node),
            revision: try node.choice("revision", ProtocolRevision.init(rawValue:)),
            condition: node.value["condition"]?.stringValue,
            lines: try node.list("lines").mapped { line throws(ReportFault) in
                WireLog.Line(
                    at: line.duration("atMs"),
                    from: try line.text("from"),
                    process: line.value["process"]?.intValue ?? 0,
                    text: try line.text("text"),
                    size: line.value["bytes"]?.intValue ?? 0
                )
            },
            omitted: node.value["omitted"]?.intValue ?? 0
        )
    }

    private static func shard(_ node: ReportNode) throws(ReportFault) -> ShardRecord {
        let (index, count) = (try node.count("index"), try node.count("of"))
        guard let shard = Shard("\(index)/\(count)") else {
            throw ReportFault("shard \(index)/\(count) does not exist")
        }
        return ShardRecord(
            shard: shard,
            integrations: node.texts("integrations"),
            idleExcuses: node.texts("idleExcuses")
        )
    }

    private static func usage(_ node: ReportNode) -> RunUsage {
        let seconds = node.value["processorSeconds"]?.doubleValue ?? 0
        return RunUsage(
            processorTime: .milliseconds(Int64(seconds * 1000 + 0.5)),
            peakMemoryInKiB: node.value["peakMemoryKiB"]?.intValue ?? 0,
            peakChildMemoryInKiB: node.value["peakChildMemoryKiB"]?.intValue ?? 0,
            processes: node.value["processes"]?.intValue ?? 0
        )
    }
}
