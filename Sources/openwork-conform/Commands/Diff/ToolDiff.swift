import Reporting
import Conformance
import Drift
import Fixtures
import JSON
import Vetting

/// Two sides compared, and what the new one says that a person should read first.
struct ToolDiff {
    let old: ToolSource
    let new: ToolSource
    let report: DriftReport
    /// What looks suspicious in the new list and did not stand in the old one.
    let suspicions: [Suspicion]

    init(old: ToolSource, new: ToolSource) {
        self.old = old
        self.new = new
        report = ToolComparison.compare(old.listing, new.listing)
        let known = Set(ToolVetting.suspicions(in: old.definitions))
        suspicions = ToolVetting.suspicions(in: new.definitions).filter { !known.contains($0) }
    }

    /// For people.
    func text(style: TextStyle) -> String {
        "\(old.name) → \(new.name)\n"
            + suspicions.map { style.isTerminal ? "\u{1B}[31m\($0.line)\u{1B}[0m\n" : "\($0.line)\n" }.joined()
            + report.text { heading, isBreaking in
                style.isTerminal && isBreaking ? "\u{1B}[31m\(heading)\u{1B}[0m" : heading
            }
    }

    /// For programs.
    var json: JSONValue {
        var json = report.json(old: old.name, new: new.name).objectValue ?? [:]
        json["suspicions"] = .array(suspicions.map(\.json))
        return .object(json)
    }
}

extension Suspicion {
    /// The check that the rule belongs to.
    var check: String { "SEC-" + kind.rawValue.uppercased() }

    /// One line: the check, the place and what was seen.
    var line: String { "\(check)  \(self)" }

    fileprivate var json: JSONValue {
        [
            "check": .string(check), "tool": .string(tool), "path": .string(place.text), "seen": .string(seen),
            "fix": .string(kind.fix),
        ]
    }
}
