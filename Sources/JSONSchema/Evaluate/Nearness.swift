import JSON

/// How far an instance is from an alternative; the least is the alternative that was probably meant.
struct Nearness: Comparable {
    /// 2 for another type altogether, 1 for another tag (a `const` or `enum` of a direct member), 0 for neither.
    private let kindsApart: Int
    /// Levels below the instance at which the shallowest fault lies: the deeper, the nearer.
    private let depth: Int
    private let faults: Int

    init(_ violations: [SchemaViolation], at level: Int) {
        var kindsApart = 0
        var depth = Int.max
        for violation in violations {
            let below = violation.instancePath.tokens.count - level
            let keyword = violation.keywordPath.tokens.last
            if below == 0, keyword == Keyword.type.rawValue { kindsApart = 2 }
            if below <= 1, keyword == Keyword.const.rawValue || keyword == Keyword.enum.rawValue {
                kindsApart = max(kindsApart, 1)
            }
            depth = min(depth, below)
        }
        self.kindsApart = kindsApart
        self.depth = depth
        faults = violations.count
    }

    static func < (left: Nearness, right: Nearness) -> Bool {
        guard left.kindsApart == right.kindsApart else { return left.kindsApart < right.kindsApart }
        return left.depth == right.depth ? left.faults < right.faults : left.depth > right.depth
    }
}
