import Conformance
import Foundation
import JSON
import MCP
import Reporting
import Testing

@Suite("Reports for services")
struct ServiceFormatTests {
    @Test("TAP has a point per row, a directive where one belongs, and the details in YAML")
    func tap() {
        let lines = SampleReport.report.rendered(.tap, style: .plain).split(separator: "\n").map(String.init)
        #expect(lines[0] == "TAP version 14")
        #expect(lines[1] == "1..5")
        let points = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
        #expect(points.map { String($0.prefix(8)) } == ["ok 1 - d", "not ok 2", "not ok 3", "not ok 4", "ok 5 - d"])
        #expect(points[2].hasSuffix(" # TO" + "DO a recommendation"))
        #expect(points[4].hasSuffix(" # SKIP revision 2025-11-25 has no such rule"))
        #expect(lines.contains(#"  actual: "error -32602 \"no <b>& \\u{1b}[31m]]>\"""#))
    }

    @Test("SARIF points at the line of the entry, and says why a failure is accepted")
    func sarif() throws {
        var report = SampleReport.report
        report.results[1].place = FilePlace(file: "./Sources/My File.json", line: 12)
        var excused = report.results[2].with(.expectedFailure(Finding(expected: "a", actual: "b")))
        excused.excuse = Excuse(
            check: excused.check,
            subject: nil,
            revision: nil,
            reason: "known",
            expires: "2026-12-31"
        )
        report.results[2] = excused
        let value = try JSONValue(parsing: Array(report.rendered(.sarif, style: .plain).utf8))
        let run = try #require(value["runs"]?.arrayValue?.first)
        let results = try #require(run["results"]?.arrayValue)
        #expect(results.map { $0["ruleId"] } == ["CALL-UNKNOWN-METHOD", "TOOLS-BAD-CURSOR", "CALL-ANSWERED"])
        #expect(results.map { $0["level"] } == ["error", "error", "none"])
        let place = results[0]["locations"]?.arrayValue?.first?["physicalLocation"]
        #expect(place?["artifactLocation"]?["uri"] == "Sources/My%20File.json")
        #expect(place?["region"]?["startLine"] == 12)
        let suppression = results[1]["suppressions"]?.arrayValue?.first
        #expect(suppression?["justification"] == "known (until 2026-12-31)")
        let rules = run["tool"]?["driver"]?["rules"]?.arrayValue
        #expect(rules?.map { $0["id"] } == results.map { $0["ruleId"] })
    }

    @Test("lines of JSON are a row each, and the counts last")
    func lines() throws {
        let text = SampleReport.report.rendered(.ndjson, style: .plain)
        let values = try text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(values.count == 6)
        #expect(values[1]["check"] == "CALL-UNKNOWN-METHOD")
        #expect(values[5]["summary"]?["failed"] == 1)
        #expect(values[5]["exitStatus"] == 1)
    }

    @Test("an annotation is one line, and nothing that a server says begins another")
    func annotations() {
        let text = SampleReport.hostileReport.rendered(.github, style: .plain)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let commands = lines.dropLast()
        #expect(commands.count == 5)
        #expect(commands.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
        #expect(!(lines.last ?? "").contains("::"))
        for line in commands {
            // Everything up to the second pair of colons is ours.
            let properties = line.dropFirst(2).prefix(while: { $0 != ":" })
            #expect(!properties.contains("alert(1)</script>\""))
        }
    }

    @Test("Markdown keeps what a server says in a fence that it cannot close")
    func markdown() throws {
        let text = SampleReport.hostileReport.rendered(.markdown, style: .plain)
        #expect(text.contains("````text\n"))
        var fence: Substring?
        for line in text.split(separator: "\n") {
            if let open = fence {
                if line == open { fence = nil }
            } else if line.hasPrefix("```") {
                fence = line.prefix { $0 == "`" }
            } else {
                #expect(!line.contains("<script"), "\(line)")
                #expect(!line.contains("![x]"), "\(line)")
            }
        }
        #expect(fence == nil)
    }

    @Test(
        "a badge says the worst, in a colour",
        arguments: [
            (SampleReport.report, "1 failed", "red"), (SampleReport.entries(["abc"]), "6 passed", "brightgreen"),
        ]
    )
    func badge(report: Report, message: String, colour: String) throws {
        let value = try JSONValue(parsing: Array(report.rendered(.shields, style: .plain).utf8))
        #expect(value["schemaVersion"] == 1)
        #expect(value["message"] == .string(message))
        #expect(value["color"] == .string(colour))
        #expect(report.rendered(.badge, style: .plain).contains("aria-label=\"conformance: \(message)\""))
    }
}
