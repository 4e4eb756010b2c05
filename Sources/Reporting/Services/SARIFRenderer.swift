import MCP
import Conformance
import JSON

/// A report for code scanning (SARIF 2.1.0): what did not pass, each at the line where its entry or suite is written.
struct SARIFRenderer {
    let report: Report
    let checks: CheckTable

    var text: String {
        let rows = report.results.filter { ![.passed, .notApplicable].contains(mark($0)) }
        var places: [CheckID: Int] = [:]
        var ids: [CheckID] = []
        for row in rows where places[row.check] == nil {
            places[row.check] = ids.count
            ids.append(row.check)
        }
        let value: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "openwork-conform",
                            "version": .string(report.version),
                            "rules": .array(ids.map(rule)),
                        ]
                    ],
                    "automationDetails": ["id": .string("openwork-conform/\(report.mode)/")],
                    "columnKind": "utf16CodeUnits",
                    "invocations": [.object(invocation)],
                    "results": .array(rows.map { .object(result($0, places[$0.check] ?? 0)) }),
                ]
            ],
        ]
        return value.text(.pretty) + "\n"
    }

    private func mark(_ row: CheckResult) -> VerdictMark { VerdictMark(row, strict: report.isStrict) }

    private var invocation: JSONObject {
        var invocation: JSONObject = [
            "executionSuccessful": .bool(report.faults.isEmpty && !report.wasInterrupted),
            "exitCode": JSONValue(Int(report.exitCode.rawValue)),
        ]
        if let start = report.startedAt { invocation["startTimeUtc"] = .string(start) }
        let faults = report.faults.map { ($0, "error") } + report.staleExcuses.map { ($0, "error") }
        let notices = faults + report.notes.map { ($0, "note") }
        if !notices.isEmpty {
            invocation["toolExecutionNotifications"] = .array(
                notices.map { ["level": .string($0.1), "message": ["text": .string($0.0)]] }
            )
        }
        return invocation
    }

    private func rule(_ id: CheckID) -> JSONValue {
        guard let check = checks[id] else { return ["id": .string(id.rawValue)] }
        var rule: JSONObject = [
            "id": .string(id.rawValue),
            "shortDescription": ["text": .string(check.title)],
            "fullDescription": ["text": .string(check.requirement)],
            "help": ["text": .string("\(check.reason)\n\nHow it is tried: \(check.method)")],
            "properties": ["tags": [.string(check.group?.title ?? "check")]],
        ]
        let link = check.rules.reversed().lazy
            .compactMap { $0.source.address(in: $0.revisions.upperBound) }.first
        if let link { rule["helpUri"] = .string(link) }
        return .object(rule)
    }

    private func result(_ row: CheckResult, _ index: Int) -> JSONObject {
        let mark = mark(row)
        let finding = row.verdict.finding.map { "expected \($0.expected), but \($0.actual)" }
        let said = finding ?? "could not be tried: \(row.verdict.note ?? "")"
        var result: JSONObject = [
            "ruleId": .string(row.check.rawValue),
            "ruleIndex": JSONValue(index),
            "kind": .string(mark == .incomplete ? "open" : "fail"),
            "level": .string(level(mark)),
            "message": ["text": .string("\(row.subject.title) \(row.revision): \(said)\nRepeat: \(row.command)")],
            "locations": [.object(location(row))],
            "partialFingerprints": [
                "openworkRow/v1": .string(
                    [row.subject.title, row.subject.transport.rawValue, row.revision.rawValue, row.check.rawValue]
                        .joined(separator: " ")
                )
            ],
        ]
        if mark == .expectedFailure {
            let reason = row.excuse.map { "\($0.reason) (until \($0.expires))" } ?? "the entry says that this is known"
            result["suppressions"] = [["kind": "external", "justification": .string(reason)]]
        }
        return result
    }

    private func level(_ mark: VerdictMark) -> String {
        switch mark {
        case .failed, .expectedFailure: "error"
        case .advisory: "warning"
        case .incomplete, .passed, .notApplicable: "none"
        }
    }

    private func location(_ row: CheckResult) -> JSONObject {
        var location: JSONObject = [
            "logicalLocations": [["fullyQualifiedName": .string(row.subject.title), "kind": "module"]]
        ]
        if let place = row.place {
            location["physicalLocation"] = [
                "artifactLocation": ["uri": .string(Self.address(of: place.file))],
                "region": ["startLine": JSONValue(max(1, place.line))],
            ]
        }
        return location
    }

    /// A path as a reference: relative to the checkout, or a file's address.
    private static func address(of path: String) -> String {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        let escaped = path.utf8.map { byte -> String in
            let isPlain = byte.isLetterOrDigit || "-._~/".utf8.contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return (path.hasPrefix("/") ? "file://" : "") + escaped.joined()
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
