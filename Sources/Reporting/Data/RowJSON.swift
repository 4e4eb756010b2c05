import Conformance
import JSON
import MCP

/// A row of a report as an object: alike in JSON, line by line, and in the page.
struct RowJSON {
    let checks: CheckTable
    let isStrict: Bool
    let hasTimes: Bool

    func value(_ result: CheckResult) -> JSONObject {
        let check = checks[result.check]
        var row: JSONObject = [
            "integration": .string(result.subject.name),
            "server": text(result.subject.server),
            "subject": .string(result.subject.kind.rawValue),
            "transport": .string(result.subject.transport.rawValue),
            "revision": .string(result.revision.rawValue),
            "check": .string(result.check.rawValue),
            "title": text(check?.title),
            "level": text(result.level?.rawValue),
        ]
        add(result.verdict, to: &row)
        row["advisory"] = .bool(result.isAdvisory(strict: isStrict))
        row["link"] = text(checks.link(result))
        if hasTimes { row["durationMs"] = .number(JSONNumber(result.duration.wholeMilliseconds)) }
        row["repeat"] = .string(result.command)
        if let place = result.place {
            row["file"] = .string(place.file)
            row["line"] = .number(JSONNumber(Int64(place.line)))
        }
        if let excuse = result.excuse { row["excuse"] = self.excuse(excuse) }
        if !result.attempts.isEmpty {
            row["flaky"] = .bool(result.isFlaky)
            row["attempts"] = .array(result.attempts.map(attempt))
        }
        return row
    }

    private func add(_ verdict: Verdict, to row: inout JSONObject) {
        row["verdict"] = .string(verdict.name.rawValue)
        row["expected"] = text(verdict.finding?.expected)
        row["actual"] = text(verdict.finding?.actual)
        row["message"] = text(verdict.finding?.message?.description)
        row["note"] = text(verdict.note)
    }

    private func attempt(_ attempt: Attempt) -> JSONValue {
        var row = JSONObject()
        add(attempt.verdict, to: &row)
        if hasTimes { row["durationMs"] = .number(JSONNumber(attempt.duration.wholeMilliseconds)) }
        return .object(row)
    }

    private func excuse(_ excuse: Excuse) -> JSONValue {
        [
            "subject": text(excuse.subject),
            "revision": text(excuse.revision?.rawValue),
            "reason": .string(excuse.reason),
            "expires": .string(excuse.expires),
        ]
    }

    private func text(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }
}
