import Conformance
import JSON
package import MCP

/// The table of requirements and checks, with totals, in one of three shapes.
package struct CoverageListing {
    private let requirements: [Requirement]
    private let revision: ProtocolRevision?

    /// Everything, or what one revision requires.
    package init(revision: ProtocolRevision? = nil) {
        self.revision = revision
        requirements = revision.map(RequirementTable.requirements(in:)) ?? RequirementTable.requirements
    }

    /// For people, on a terminal or in a pipe.
    package func text(style: TextStyle) -> String {
        let width = requirements.map(\.id.count).max() ?? 0
        var lines: [String] = []
        var page = ""
        for requirement in requirements {
            if CoverageListing.page(requirement) != page {
                page = CoverageListing.page(requirement)
                lines += (lines.isEmpty ? [] : [""]) + [style.emphasised(page, .strong)]
            }
            let start = "  \(requirement.id.padded(to: width))  \(requirement.level.rawValue.padded(to: 6))  "
            lines.append(start + requirement.sentence)
            lines += fates(requirement).map { String(repeating: " ", count: start.count) + $0 }
        }
        return (lines + [""] + totals).joined(separator: "\n") + "\n"
    }

    /// A page for the documentation.
    package var markdown: String {
        var lines = ["# Coverage", ""] + totals.map { "- \($0)" }
        var page = ""
        for requirement in requirements {
            if CoverageListing.page(requirement) != page {
                page = CoverageListing.page(requirement)
                lines += ["", "## \(page)", "", "| id | level | whose | revisions | rule | what becomes of it |"]
                lines.append("| --- | --- | --- | --- | --- | --- |")
            }
            let latest = requirement.revisions.upperBound
            let link = requirement.address(in: revision ?? latest) ?? ""
            let cells = [
                "[\(requirement.id)](\(link))", requirement.level.rawValue, requirement.party.rawValue,
                span(requirement), requirement.sentence, fates(requirement).joined(separator: "<br>"),
            ]
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// For programs.
    package var json: String {
        let rows = JSONValue.array(requirements.map(object))
        let counts = JSONObject(
            Requirement.Standing.allCases.map { ($0.rawValue, .number(JSONNumber(count($0)))) }
        )
        let value: JSONValue = ["requirements": rows, "totals": .object(counts)]
        return value.text(.pretty) + "\n"
    }

    /// How many there are, and what becomes of them, of each level.
    private var totals: [String] {
        let revision = revision.map { " of \($0)" } ?? ""
        let levels = [RequirementLevel.must, .should].map { level in
            let rows = requirements.filter { $0.level == level }
            let counts = Requirement.Standing.allCases.map { standing in
                "\(rows.filter { $0.standing == standing }.count) \(standing.rawValue)"
            }
            return "\(rows.count) \(level.rawValue): \(counts.joined(separator: ", "))"
        }
        return ["\(requirements.count) requirements\(revision), \(CheckRegistry.checks.count) checks"] + levels
    }

    private func count(_ standing: Requirement.Standing) -> Int {
        requirements.filter { $0.standing == standing }.count
    }

    private func fates(_ requirement: Requirement) -> [String] {
        var fates: [String] = []
        if !requirement.checks.isEmpty {
            fates.append("check " + requirement.checks.map(\.rawValue).joined(separator: ", "))
        }
        if !requirement.tests.isEmpty {
            fates.append("test " + requirement.tests.joined(separator: ", "))
        }
        if let reason = requirement.reason {
            fates.append("not checked: " + reason)
        }
        if !requirement.scenarios.isEmpty {
            fates.append("official scenario " + requirement.scenarios.joined(separator: ", "))
        }
        return fates
    }

    private func span(_ requirement: Requirement) -> String {
        let revisions = requirement.revisions
        return revisions.lowerBound == revisions.upperBound
            ? revisions.lowerBound.rawValue : "\(revisions.lowerBound) to \(revisions.upperBound)"
    }

    private func object(_ requirement: Requirement) -> JSONValue {
        let links = ProtocolRevision.allCases.compactMap { revision in
            requirement.address(in: revision).map { (revision.rawValue, JSONValue.string($0)) }
        }
        func texts(_ texts: [String]) -> JSONValue {
            .array(texts.map { .string($0) })
        }
        return [
            "id": .string(requirement.id),
            "level": .string(requirement.level.rawValue),
            "party": .string(requirement.party.rawValue),
            "sentence": .string(requirement.sentence),
            "links": .object(JSONObject(links)),
            "standing": .string(requirement.standing.rawValue),
            "checks": texts(requirement.checks.map(\.rawValue)),
            "tests": texts(requirement.tests),
            "reason": requirement.reason.map { .string($0) } ?? .null,
            "scenarios": texts(requirement.scenarios),
        ]
    }

    /// The page of the specification, by its oldest place.
    private static func page(_ requirement: Requirement) -> String {
        let place = requirement.places.min { $0.key < $1.key }?.value ?? ""
        return String(place.prefix { $0 != "#" })
    }
}
