/// What an entry demands of a runtime: `python>=3.12`, `python~=3.12.0`, `node>=22,<25`, or just its name.
package struct VersionRequirement: Sendable, Hashable {
    private enum Comparison: String, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case compatible = "~="
        case equal = "=="
        case unequal = "!="
        case above = ">"
        case below = "<"
    }

    private struct Clause: Sendable, Hashable {
        var comparison: String
        var version: [Int]
    }

    /// What is demanded.
    package let name: String
    private let clauses: [Clause]
    private let text: String

    /// Reads it; clauses that are none are left out.
    package init(_ text: String) {
        self.text = text
        name = String(text.prefix { !"<>=!~ ".contains($0) })
        clauses = text.dropFirst(name.count).split(separator: ",").compactMap { part in
            let part = part.filter { $0 != " " }
            guard let comparison = Comparison.allCases.first(where: { part.hasPrefix($0.rawValue) }) else { return nil }
            let version = Self.numbers(String(part.dropFirst(comparison.rawValue.count)))
            return version.isEmpty ? nil : Clause(comparison: comparison.rawValue, version: version)
        }
    }

    /// Whether a version will do.
    package func accepts(_ version: String) -> Bool {
        let numbers = Self.numbers(version)
        return clauses.allSatisfy { Self.holds($0, numbers) }
    }

    private static func holds(_ clause: Clause, _ found: [Int]) -> Bool {
        let wanted = clause.version
        let order = compare(found, wanted)
        return switch Comparison(rawValue: clause.comparison) {
        case .atLeast: order >= 0
        case .atMost: order <= 0
        case .compatible: order >= 0 && found.prefix(wanted.count - 1).elementsEqual(wanted.dropLast())
        case .equal: order == 0
        case .unequal: order != 0
        case .above: order > 0
        case .below: order < 0
        case nil: true
        }
    }

    private static func compare(_ left: [Int], _ right: [Int]) -> Int {
        for place in 0..<max(left.count, right.count) {
            let (one, other) = (place < left.count ? left[place] : 0, place < right.count ? right[place] : 0)
            if one != other { return one < other ? -1 : 1 }
        }
        return 0
    }

    /// `v20.20.2` is 20, 20, 2; what follows a number is passed over.
    private static func numbers(_ version: String) -> [Int] {
        version.drop { !$0.isNumber }.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    }
}

extension VersionRequirement: CustomStringConvertible {
    /// As it was written.
    package var description: String { text }
}
