import Wording

/// Which differences make a comparison fail.
package enum FailCondition: Sendable, Hashable {
    /// Those that break something.
    case breaking
    /// Every one.
    case any
    /// None: the comparison only reports.
    case none
    /// Those of these classes, whether they break anything or not.
    case classes(Set<DriftClass>)

    /// A text that names no condition, in words.
    package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// One sentence with the known words.
        package let description: String
    }

    /// Reads `breaking`, `any`, `none`, or classes with commas between them.
    package init(parsing text: String) throws(Fault) {
        switch text {
        case "breaking": self = .breaking
        case "any": self = .any
        case "none": self = .none
        default:
            var classes: Set<DriftClass> = []
            for word in text.split(separator: ",", omittingEmptySubsequences: false) {
                guard let kind = DriftClass(rawValue: String(word)) else { throw Self.fault(String(word)) }
                classes.insert(kind)
            }
            self = .classes(classes)
        }
    }

    /// Whether any of the differences is one that fails.
    package func isMet(by findings: [DriftFinding]) -> Bool {
        switch self {
        case .breaking: findings.contains(where: \.isBreaking)
        case .any: !findings.isEmpty
        case .none: false
        case .classes(let classes): findings.contains { classes.contains($0.kind) }
        }
    }

    private static func fault(_ word: String) -> Fault {
        let known = ["breaking", "any", "none"] + DriftClass.allCases.map(\.rawValue)
        let nearest = NearestName.of(word, among: known)
        let hint = nearest.map { "did you mean \($0)?" } ?? "use \(known.joined(separator: ", "))"
        return Fault(description: "\"\(word)\" is no class of difference: \(hint)")
    }
}
