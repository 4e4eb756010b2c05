import JSON
import MCP

/// The failures that are known of: a row of them is an expected failure, and one that is over fails the run.
package struct Baseline: Hashable, Sendable {
    /// What is wrong with a file, every fault in a line.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        /// The lines.
        package let description: String
    }

    private let excuses: [Excuse]
    private let today: String

    /// Reads the JSON of a file: an array of objects with check, reason and expires, perhaps subject and revision.
    ///
    /// What expired before today, as YYYY-MM-DD, excuses nothing. Throws every fault of the file at once.
    package init(_ text: String, today: String) throws(Fault) {
        self.today = today
        guard let rows = (try? JSONValue(parsing: Array(text.utf8)))?.arrayValue else {
            throw Fault(description: "write an array of objects with check, reason and expires")
        }
        var faults: [String] = []
        excuses = rows.enumerated().compactMap { index, row in
            let problems = Baseline.problems(row)
            faults += problems.map { "[\(index)] \($0)" }
            return problems.isEmpty ? Baseline.excuse(row) : nil
        }
        guard faults.isEmpty else {
            throw Fault(description: faults.joined(separator: "\n"))
        }
    }

    /// The row, excused where an excuse that is not over covers it.
    func excusing(_ result: CheckResult) -> CheckResult {
        guard case .failed(let finding) = result.verdict,
            let excuse = excuses.first(where: { $0.expires >= today && $0.covers(result) })
        else { return result }
        var excused = result.with(.expectedFailure(finding))
        excused.excuse = excuse
        return excused
    }

    /// What is over, in words; it fails every run.
    var expired: [String] {
        excuses.filter { $0.expires < today }.map { "\($0.title): expired on \($0.expires)" }
    }

    /// The excuses that excuse none of the rows although what they are about is there and passes.
    func idle(in results: [CheckResult]) -> [Excuse] {
        let used = Set(results.compactMap(\.excuse))
        return excuses.filter { excuse in
            excuse.expires >= today && !used.contains(excuse)
                && results.contains { excuse.covers($0) && $0.verdict == .passed }
        }
    }

    private static func excuse(_ row: JSONValue) -> Excuse {
        Excuse(
            check: CheckID(rawValue: row["check"]?.stringValue ?? ""),
            subject: row["subject"]?.stringValue,
            revision: row["revision"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:)),
            reason: row["reason"]?.stringValue ?? "",
            expires: row["expires"]?.stringValue ?? ""
        )
    }

    private static func problems(_ row: JSONValue) -> [String] {
        var problems: [String] = []
        let check = row["check"]?.stringValue ?? ""
        if CheckRegistry.check(CheckID(rawValue: check)) == nil {
            let nearest = CheckRegistry.nearest(to: check).map { ": did you mean \($0)?" } ?? ""
            problems.append("check \"\(check)\" does not exist\(nearest)")
        }
        if (row["reason"]?.stringValue ?? "").isEmpty {
            problems.append("reason is missing: say why the failure is accepted")
        }
        let date = (row["expires"]?.stringValue ?? "").split(separator: "-", omittingEmptySubsequences: false)
        if date.map(\.count) != [4, 2, 2] || !date.allSatisfy({ Int($0) != nil }) {
            problems.append("expires is missing: give the last day as YYYY-MM-DD")
        }
        if let revision = row["revision"]?.stringValue, ProtocolRevision(rawValue: revision) == nil {
            problems.append("revision \"\(revision)\" does not exist")
        }
        let known: Set = ["check", "subject", "revision", "reason", "expires"]
        problems += (row.objectValue?.map(\.key) ?? []).filter { !known.contains($0) }.map {
            "\($0) means nothing here: known are \(known.sorted().joined(separator: ", "))"
        }
        return problems
    }
}
