import JSON

/// Tries to prove that whatever satisfies one set of schemas satisfies another.
///
/// A proof is a tree of questions, each about the same instance or about a part of it. A question that comes up again
/// within its own proof counts as answered: on the way there the instance has become smaller, because schemas that lead
/// back to themselves in place are not compared at all. Everything that cannot be proven counts as false.
struct SubsetProver {
    private let old: SchemaGraph
    private let new: SchemaGraph
    let reading: SchemaComparison.Reading

    private struct Question: Hashable {
        let left: Conjunction
        let right: [SchemaReference]
    }

    /// Proven, or assumed because the proof is under way.
    private var holding: Set<Question> = []
    /// What was added to `holding`, in order, to take back what hangs on a failed assumption.
    private var trail: [Question] = []
    private var failed: Set<Question> = []
    private var gathered: [Conjunction: Facts] = [:]
    private var stepsLeft = 20_000
    private var depth = 0
    private static let depthLimit = 120

    init(old: SchemaGraph, new: SchemaGraph, reading: SchemaComparison.Reading) {
        self.old = old
        self.new = new
        self.reading = reading
    }

    func graph(of schema: SchemaReference) -> SchemaGraph {
        schema.isNew ? new : old
    }

    /// Whether every instance of the left is one of the right; false also when no proof was found.
    mutating func isSubset(_ left: Conjunction, _ right: [SchemaReference]) -> Bool {
        guard !right.allSatisfy(left.schemas.contains) else { return true }
        let question = Question(left: left, right: Conjunction(right).schemas)
        guard !holding.contains(question) else { return true }
        guard !failed.contains(question), depth < Self.depthLimit, spend() else { return false }
        depth += 1
        defer { depth -= 1 }
        let mark = trail.count
        holding.insert(question)
        trail.append(question)
        guard !prove(left, right) else { return true }
        for assumption in trail[mark...] { holding.remove(assumption) }
        trail.removeSubrange(mark...)
        failed.insert(question)
        return false
    }

    private mutating func prove(_ left: Conjunction, _ right: [SchemaReference]) -> Bool {
        let known = facts(left)
        guard !isUnsatisfiable(left) else { return true }
        if let values = finiteValues(left) {
            return values.allSatisfy { value in right.allSatisfy { accepts($0, value) == true } }
        }
        let asked = facts(Conjunction(right))
        if proveEach(left, known, asked) { return true }
        // Take the left apart: what holds for each of its cases holds for it.
        if let choice = known.choices.first {
            return choice.alternatives.allSatisfy { isSubset(left.settling(choice, on: $0), right) }
        }
        let types = known.types.atoms
        guard types.count > 1 else { return false }
        return types.allSatisfy { type in
            var part = left
            part.types.formIntersection(type)
            return isSubset(part, right)
        }
    }

    /// Gives up everything still unproven.
    mutating func exhaust() {
        stepsLeft = 0
    }

    /// Pays for a step; false when there is nothing left.
    mutating func spend() -> Bool {
        guard stepsLeft > 0 else { return false }
        stepsLeft -= 1
        return true
    }

    // MARK: Knowing

    /// What a conjunction says, through references and `allOf`.
    mutating func facts(_ conjunction: Conjunction) -> Facts {
        if let known = gathered[conjunction] { return known }
        var facts = Facts()
        facts.types = conjunction.types
        var waiting = Array(conjunction.schemas.reversed())
        while let schema = waiting.popLast() {
            guard facts.schemas.insert(schema).inserted else { continue }
            let graph = graph(of: schema)
            let rules = graph.nodes[schema.index].rules
            facts.add(rules, of: schema)
            for (place, applicator) in rules.applicators.enumerated() {
                let id = ChoiceID(schema: schema, applicator: place)
                switch applicator {
                case .reference(let link, _):
                    waiting.append(schema.sibling(graph.links[link].node))
                case .allOf(let all):
                    waiting += all.map(schema.sibling)
                case .anyOf(let any) where any.count == 1, .oneOf(let any) where any.count == 1:
                    waiting += any.map(schema.sibling)
                case .anyOf(let any) where !conjunction.settled.contains(id):
                    facts.choices.append(Choice(id: id, alternatives: any.map(schema.sibling), isExclusive: false))
                case .oneOf(let one) where !conjunction.settled.contains(id):
                    facts.choices.append(Choice(id: id, alternatives: one.map(schema.sibling), isExclusive: true))
                case .anyOf, .oneOf:
                    break
                case .not(let negated):
                    facts.negations.append(schema.sibling(negated))
                case .conditional(let condition, let then, let otherwise):
                    let conditional = Facts.Conditional(
                        condition: schema.sibling(condition),
                        then: then.map(schema.sibling),
                        otherwise: otherwise.map(schema.sibling)
                    )
                    facts.conditionals.append(conditional)
                case .dependent(let property, let dependent, _):
                    facts.dependents.append(Facts.Dependent(property: property, schema: schema.sibling(dependent)))
                }
            }
        }
        gathered[conjunction] = facts
        return facts
    }

    /// Whether a single value satisfies a schema; nil when finding out is too expensive.
    func accepts(_ schema: SchemaReference, _ value: JSONValue) -> Bool? {
        var limits = SchemaLimits()
        limits.evaluationSteps = 100_000
        var evaluation = Evaluation(graph: graph(of: schema), limits: limits, collecting: false)
        let violations = evaluation.run(schema.index, value)
        return evaluation.stop == nil ? violations.isEmpty : nil
    }

    /// All instances, when they are few and known; nil otherwise.
    mutating func finiteValues(_ conjunction: Conjunction) -> [JSONValue]? {
        let known = facts(conjunction)
        var candidates = known.values
        if candidates == nil, known.types.isSubset(of: [.null, .boolean]) {
            candidates = [.null, .bool(false), .bool(true)]
        }
        return candidates?.filter { value in
            known.types.contains(TypeSet(of: value)) && conjunction.schemas.allSatisfy { accepts($0, value) != false }
        }
    }
}

extension Conjunction {
    /// The case of this conjunction in which one alternative fits.
    func settling(_ choice: Choice, on alternative: SchemaReference) -> Conjunction {
        var part = adding([alternative])
        part.settled.insert(choice.id)
        return part
    }
}

extension TypeSet {
    /// Its members, each as a set of its own.
    var atoms: [TypeSet] {
        [.null, .boolean, .object, .array, .integer, .fraction, .string].filter { contains($0) }
    }
}
