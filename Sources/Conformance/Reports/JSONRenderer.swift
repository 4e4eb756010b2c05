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
