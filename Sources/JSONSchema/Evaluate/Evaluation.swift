import JSON

/// One validation: walks schema and instance together, within limits.
struct Evaluation {
    let graph: SchemaGraph
    /// Shared, like `stop`, because a small value makes small stack frames.
    private let sharedLimits: Shared<SchemaLimits>
    /// Whether violations are worded and paths kept; without, the first violation ends the work.
    var isCollecting: Bool
    var violations: [SchemaViolation] = []
    /// Why the validation was given up; nothing is true or false after that.
    private(set) var stop: Shared<SchemaViolation>?
    var instancePath: [PathToken] = []
    var keywordPath: [PathToken] = []
    private var stepsLeft: Int
    private var depth = 0
    /// The resources entered, outermost first, one entry for each change.
    private var scope: [Int] = []

    /// A part of a path, turned into text only for a violation.
    enum PathToken: Equatable {
        case key(String)
        case index(Int)
        case keyword(Keyword)

        var text: String {
            switch self {
            case .key(let key): key
            case .index(let index): String(index)
            case .keyword(let keyword): keyword.rawValue
            }
        }
    }

    init(graph: SchemaGraph, limits: SchemaLimits, collecting: Bool) {
        self.graph = graph
        sharedLimits = Shared(limits)
        isCollecting = collecting
        stepsLeft = limits.evaluationSteps
    }

    var limits: SchemaLimits {
        sharedLimits.value
    }

    /// Judges an instance; when it is invalid, there is at least one violation.
    mutating func run(_ root: Int, _ instance: JSONValue) -> [SchemaViolation] {
        var evaluated = Evaluated()
        let isValid = check(root, instance, &evaluated)
        if let stop { violations.append(stop.value) }
        if !isValid, violations.isEmpty { violations.append(violation(.refused, instance)) }
        return violations
    }

    /// Applies a subschema to an instance; `evaluated` is only kept up where some schema asks.
    mutating func check(_ index: Int, _ instance: JSONValue, _ evaluated: inout Evaluated) -> Bool {
        guard spend(1, on: instance) else { return false }
        guard depth < sharedLimits.value.evaluationDepth else {
            return give(up: .tooDeep, limit: sharedLimits.value.evaluationDepth, instance)
        }
        depth += 1
        defer { depth -= 1 }
        let node = graph.nodes[index]
        guard graph.tracksScope, scope.last != node.resource else { return apply(node, instance, &evaluated) }
        scope.append(node.resource)
        defer { scope.removeLast() }
        return apply(node, instance, &evaluated)
    }

    private mutating func apply(_ node: SchemaNode, _ instance: JSONValue, _ evaluated: inout Evaluated) -> Bool {
        var isValid = checkValue(node, instance)
        guard isValid || goesOn else { return false }
        switch instance {
        case .number(let number):
            if let rules = node.rules.number { isValid = check(rules, number) && isValid }
        case .string(let text):
            if let rules = node.rules.string { isValid = check(rules, text) && isValid }
        case .array(let items):
            if let rules = node.rules.array { isValid = check(rules, items, &evaluated) && isValid }
        case .object(let object):
            if let rules = node.rules.object { isValid = check(rules, object, &evaluated) && isValid }
        case .null, .bool:
            break
        }
        for applicator in node.rules.applicators {
            guard isValid || goesOn else { return false }
            isValid = check(applicator, instance, &evaluated) && isValid
        }
        guard isValid || goesOn else { return false }
        guard node.rules.unevaluatedItems != nil || node.rules.unevaluatedProperties != nil else { return isValid }
        return checkUnevaluated(node, instance, &evaluated) && isValid
    }

    /// Whether it makes sense to look for more after a violation.
    var goesOn: Bool {
        isCollecting && stop == nil && violations.count < sharedLimits.value.violations
    }

    /// The subschema a link leads to, given the resources entered so far.
    func target(of link: SchemaLink) -> Int {
        guard let anchor = link.dynamicAnchor else { return link.node }
        for resource in scope {
            if let node = graph.dynamicAnchors[resource][anchor] { return node }
        }
        return link.node
    }
}

// MARK: Reporting

extension Evaluation {
    /// Notes a violation of a keyword.
    ///
    /// - Returns: Always false, the verdict.
    mutating func report(
        _ finding: Finding,
        _ keyword: Keyword?,
        _ instance: @autoclosure () -> JSONValue,
        causes: [SchemaViolation] = []
    ) -> Bool {
        guard goesOn else { return false }
        if let keyword { keywordPath.append(.keyword(keyword)) }
        violations.append(violation(finding, instance(), causes: causes))
        if keyword != nil { keywordPath.removeLast() }
        return false
    }

    private func violation(
        _ finding: Finding,
        _ instance: JSONValue,
        causes: [SchemaViolation] = []
    ) -> SchemaViolation {
        var kind = SchemaViolation.Kind.mismatch
        if case .stopped(let reason, _) = finding { kind = reason }
        return SchemaViolation(
            kind: kind,
            instancePath: JSONPointer(tokens: instancePath.map(\.text)),
            keywordPath: JSONPointer(tokens: keywordPath.map(\.text)),
            expected: finding.expected,
            actual: finding.actual(instance),
            causes: causes
        )
    }

    /// Ends the validation unfinished.
    ///
    /// - Returns: Always false.
    mutating func give(up reason: SchemaViolation.Kind, limit: Int, _ instance: JSONValue) -> Bool {
        if stop == nil { stop = Shared(violation(.stopped(reason, limit: limit), instance)) }
        return false
    }

    /// Pays for work; false when there is nothing left, or when the validation was given up before.
    mutating func spend(_ steps: Int, on instance: @autoclosure () -> JSONValue) -> Bool {
        guard stop == nil else { return false }
        stepsLeft -= steps
        return stepsLeft > 0 || give(up: .tooExpensive, limit: limits.evaluationSteps, instance())
    }

    /// Whether a pattern matches in a text; false too when the search was given up.
    mutating func matches(_ pattern: Pattern, _ text: String) -> Bool {
        guard spend(1, on: .string(text)) else { return false }
        let match = pattern.search(text, allowance: stepsLeft)
        stepsLeft -= match.steps
        if match.outcome == .tooExpensive {
            _ = give(up: .patternTooExpensive, limit: limits.patternSteps, .string(text))
        }
        return match.outcome == .found
    }

    /// Does something without wording or keeping violations.
    mutating func quietly(_ work: (inout Evaluation) -> Bool) -> Bool {
        let wasCollecting = isCollecting
        isCollecting = false
        defer { isCollecting = wasCollecting }
        return work(&self)
    }

    /// Does something below a keyword, so that violations name it.
    mutating func under(_ keyword: PathToken, _ key: PathToken? = nil, work: (inout Evaluation) -> Bool) -> Bool {
        guard isCollecting else { return work(&self) }
        keywordPath.append(keyword)
        if let key { keywordPath.append(key) }
        defer { keywordPath.removeLast(key == nil ? 1 : 2) }
        return work(&self)
    }

    /// Applies a subschema to a part of the instance.
    mutating func check(_ schema: Int, part: JSONValue, at token: @autoclosure () -> PathToken) -> Bool {
        var evaluated = Evaluated()
        guard isCollecting else { return check(schema, part, &evaluated) }
        instancePath.append(token())
        defer { instancePath.removeLast() }
        return check(schema, part, &evaluated)
    }
}
